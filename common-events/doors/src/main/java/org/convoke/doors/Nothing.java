package org.convoke.doors;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** A body without fields. */
@JsonSerialize
public record Nothing() {}
