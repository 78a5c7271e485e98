/// What stands between a connector and its external system on the way out: one interface,
/// [Upstream], and one small wrapper for each concern, put in order by [UpstreamChain]. Built by
/// composition rather than by annotations, because the order of retry, breaker and token is the
/// behaviour and must be readable in one place.
///
/// A connector writes a [TokenSource] and a [FailureTranslator], binds [UpstreamLimits] inside its
/// own properties, assembles the chain once, and sends [UpstreamRequest]s through it:
///
/// ```java
/// RequiredCredentials.of("mcp-clm").with("DOCUSIGN_USER_ID", userId).with(key).check();
/// var around = CallSurroundings.ofCurrentCall(clock, meters);
/// Upstream wire = UpstreamChain.wire("docusign", limits, around);
/// FailureTranslator failures = new DocuSignFailures()
///     .orElse(FailureTranslator.byStatus("DocuSign"))
///     .orElse(FailureTranslator.unreadableJson("DocuSign"));
/// TokenSource tokens = new JwtGrant(UpstreamChain.forTokens(wire, failures, around));
/// Upstream upstream = UpstreamChain.assemble("docusign", wire, tokens, failures, limits, around);
/// ```
///
/// Every failure that leaves the chain is a `FailureException`. Responses that no translator claims
/// (a 404, say) come back as they are, because absence is an answer.
@NullMarked
package dev.onboarding.connector;

import org.jspecify.annotations.NullMarked;
