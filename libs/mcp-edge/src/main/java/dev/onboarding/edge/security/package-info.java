/// Who calls: access tokens of one issuer for one audience, verified once and remembered until they
/// expire, and the scope that each tool needs. Put together by hand from Spring Security's filters,
/// because its own resource-server assembly tells callers an address that comes from their request.
@NullMarked
package dev.onboarding.edge.security;

import org.jspecify.annotations.NullMarked;
