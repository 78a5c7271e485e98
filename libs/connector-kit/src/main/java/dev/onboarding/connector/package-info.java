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
/// At most four attempts are made of a call, and a non-idempotent one leaves once. A GET may reach
/// the system twice per attempt: when a connection ends before the first byte of an answer, the
/// JDK's client repeats a GET or HEAD once by itself, and no setting of a client turns that off. Of
/// the JVM's own settings, `jdk.httpclient.disableRetryConnect` concerns only connections that were
/// never made, `jdk.httpclient.enableAllMethodRetry` would repeat writes too and must stay unset,
/// and `jdk.httpclient.redirects.retrylimit=1` would stop it for all clients of the JVM and hide
/// what went wrong behind "Too many retries". So it stands, bounded: eight requests for a read that
/// always breaks, while `upstream.attempts` counts four. Queries sent as POST leave four times.
///
/// Every failure that leaves the chain is a `FailureException`. Responses that no translator claims
/// (a 404, say) come back as they are, because absence is an answer.
@NullMarked
package dev.onboarding.connector;

import org.jspecify.annotations.NullMarked;
