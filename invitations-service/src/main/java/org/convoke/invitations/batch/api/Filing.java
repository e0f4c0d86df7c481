package org.convoke.invitations.batch.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.convoke.doors.Caller;
import org.convoke.invitations.batch.BatchReport;
import org.convoke.invitations.batch.FileBatch;
import org.convoke.ledger.Idempotent;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Files a batch in two steps, the question to groups-service and a transaction: the batch and the answer under the
 * caller's key are one, so that one key is one batch, whoever is killed in between.
 */
@ApplicationScoped
public class Filing {

    private final FileBatch fileBatch;
    private final Caller caller;

    public Filing(FileBatch fileBatch, Caller caller) {
        this.fileBatch = fileBatch;
        this.caller = caller;
    }

    /** The first step. */
    void requirePermission(NewBatch body) {
        fileBatch.requirePermission(caller.id(), body.wanted());
    }

    /** Takes what {@link BatchResource#file} takes: to the key it is the same request. */
    @Idempotent
    public RestResponse<BatchReport> file(NewBatch body, List<String> dryRun) {
        BatchReport report = fileBatch.file(caller.id(), body.wanted());
        return ResponseBuilder.create(Status.ACCEPTED, report)
                .header(
                        HttpHeaders.LOCATION,
                        BatchResource.PATH + "/" + report.batch().id())
                .build();
    }
}
