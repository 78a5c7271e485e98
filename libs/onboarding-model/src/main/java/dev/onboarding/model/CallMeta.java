package dev.onboarding.model;

/// The names under which a call's context travels in `_meta`, the same on both sides of every tool
/// call.
public final class CallMeta {

  private static final String PREFIX = "dev.onboarding/";

  /// The run on whose behalf the call is made (request).
  public static final String RUN = PREFIX + "run";

  /// The correlation id of the trigger, also sent on to the external system (request).
  public static final String CORRELATION = PREFIX + "correlation";

  /// The instant, ISO-8601, after which nobody waits for the answer (request).
  public static final String DEADLINE = PREFIX + "deadline";

  /// Who calls of the tool, as it names itself (request).
  public static final String CALLER = PREFIX + "caller";

  /// The W3C trace context of the caller, under the name that MCP gives it (request).
  public static final String TRACEPARENT = "traceparent";

  /// Whether a person waits for the answer: `person` or `machine` (request).
  public static final String CALLER_CLASS = PREFIX + "caller-class";

  /// The id of the audit row of this call (result).
  public static final String CALL = PREFIX + "call";

  /// The SHA-256 of the structured result (result).
  public static final String DIGEST = PREFIX + "digest";

  /// The instant, ISO-8601, at which the answer was read (result).
  public static final String READ_AT = PREFIX + "read-at";

  /// Name and version of the server that answered, for example `contract-agent/0.1.0` (result).
  public static final String SERVER = PREFIX + "server";

  private CallMeta() {}
}
