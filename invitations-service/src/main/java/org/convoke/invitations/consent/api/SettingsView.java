package org.convoke.invitations.consent.api;

import jakarta.validation.constraints.NotNull;
import org.convoke.invitations.consent.AcceptsFrom;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose invitations the caller wants to see. */
public record SettingsView(
        @NotNull @Schema(examples = "SHARED_GROUPS") AcceptsFrom from) {}
