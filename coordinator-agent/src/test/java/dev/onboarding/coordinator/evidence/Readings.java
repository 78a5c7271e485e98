package dev.onboarding.coordinator.evidence;

import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.audit.ToolCall;
import java.util.ArrayList;
import java.util.List;

/// What was noted of readings of the audit trail.
final class Readings implements AuditTrail {

  final List<Note> notes = new ArrayList<>();

  @Override
  public void intend(ToolCall call) {
    throw new AssertionError("Nothing is called here");
  }

  @Override
  public void record(ToolCall call) {
    throw new AssertionError("Nothing is called here");
  }

  @Override
  public void note(Note note) {
    notes.add(note);
  }
}
