package dev.onboarding.edge.audit;

/// Where a server accounts for what it does. What was handed over is kept for good when the method
/// returns; what cannot be kept throws.
public interface AuditTrail {

  /// Records that a writing tool is about to act, so that a lost outcome leaves a trace.
  void intend(ToolCall call);

  /// Records a call with its outcome.
  void record(ToolCall call);

  /// Records what is no call of a tool, such as that the trail was read.
  void note(Note note);
}
