package org.convoke.groups;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.convoke.parts.RealParts;

/** All door tests of this module share one set of real parts. */
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,issuer"))
@QuarkusTestResource(GatewayEar.class)
final class TheParts {}
