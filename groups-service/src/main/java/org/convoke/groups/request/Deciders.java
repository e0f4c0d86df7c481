package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;

/** Who may say yes or no to a request, and who may take it back; for others it is not there. */
@ApplicationScoped
public class Deciders {

    private final Members members;

    public Deciders(Members members) {
        this.members = members;
    }

    /** @throws Refused FORBIDDEN to other members and to who asked; NOT_FOUND to all others */
    void mustDecide(JoinRequest request, String caller) {
        Optional<Member> member = members.of(request.groupId(), caller);
        if (member.isEmpty() && !request.isOf(caller)) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        if (member.isEmpty() || !member.get().role().isAtLeast(Role.MODERATOR)) {
            throw new Refused(Refusal.FORBIDDEN);
        }
    }

    /** @throws Refused FORBIDDEN to who may decide it; NOT_FOUND to all others */
    void mustHaveAsked(JoinRequest request, String caller) {
        if (!request.isOf(caller)) {
            Optional<Member> member = members.of(request.groupId(), caller);
            boolean sees = member.isPresent() && member.get().role().isAtLeast(Role.MODERATOR);
            throw new Refused(sees ? Refusal.FORBIDDEN : Refusal.NOT_FOUND);
        }
    }
}
