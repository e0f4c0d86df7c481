package org.convoke.invitations.link;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;

/** What people do with links. */
public final class ByLink {

    public static final String PATH = "/api/v1/invitation-links";

    private ByLink() {}

    /** A link as its creator saw it. */
    public record ALink(String id, String code) {

        /** As if its days had passed. */
        public void endNow() {
            TheDatabase.run("update invitation_link set expires_at = clock_timestamp() where id = '%s'".formatted(id));
        }

        /** How many uses the database has counted, which are as many as there are rows of them. */
        public int uses() {
            return TheDatabase.trying(statement -> {
                var rows = statement.executeQuery("""
                        select uses, (select count(*) from redemption where link_id = l.id)
                        from invitation_link l where id = '%s'""".formatted(id));
                rows.next();
                if (rows.getInt(1) != rows.getInt(2)) {
                    throw new AssertionError("%d uses, %d redemptions".formatted(rows.getInt(1), rows.getInt(2)));
                }
                return rows.getInt(1);
            });
        }
    }

    public static ValidatableResponse creates(Someone someone, AGroup group, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("groupId", group.id);
        return someone.request().body(body).post(PATH).then();
    }

    public static ALink aLink(Someone someone, AGroup group) {
        return aLink(someone, group, Map.of());
    }

    public static ALink aLink(Someone someone, AGroup group, Map<String, ?> more) {
        ExtractableResponse<Response> link =
                creates(someone, group, more).statusCode(201).extract();
        return new ALink(link.path("id"), link.path("code"));
    }

    public static ValidatableResponse previews(Someone someone, String code) {
        return someone.request().get(PATH + "/{code}", code).then();
    }

    public static ValidatableResponse redeems(Someone someone, ALink link) {
        return redeems(someone, link.code());
    }

    public static ValidatableResponse redeems(Someone someone, String code) {
        return someone.request().post(PATH + "/{code}/redeem", code).then();
    }

    public static ValidatableResponse revokes(Someone someone, String id) {
        return someone.request().delete(PATH + "/{id}", id).then();
    }

    public static ValidatableResponse lists(Someone someone, AGroup group, String more) {
        return someone.request().get(PATH + "?groupId=" + group.id + more).then();
    }

    public static List<String> listed(Someone someone, AGroup group) {
        return lists(someone, group, "").statusCode(200).extract().path("items.id");
    }
}
