package dev.onboarding.coordinator.report;

import dev.onboarding.coordinator.report.ReportView.Line;
import java.util.List;

/// What the templates print of a run that was cancelled before it was judged: text only.
record CancelledView(
    String title,
    String headline,
    String because,
    String correlation,
    List<Line> facts,
    List<Line> timeline) {}
