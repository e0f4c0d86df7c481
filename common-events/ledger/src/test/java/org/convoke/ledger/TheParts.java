package org.convoke.ledger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.convoke.parts.RealParts;

/** All tests of this module share one set of real parts. */
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,issuer"))
final class TheParts {}
