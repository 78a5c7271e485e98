package dev.onboarding.provisioning.checklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The views on tasks: per tenant, account, owner and status, and what is overdue.
final class ReadTasks {

  private final Checklists checklists;
  private final Tasks tasks;
  private final Clock clock;

  ReadTasks(Checklists checklists, Tasks tasks, Clock clock) {
    this.checklists = checklists;
    this.tasks = tasks;
    this.clock = clock;
  }

  TaskPage list(TaskFilter filter, Page page) {
    List<StoredTask> found = tasks.list(filter, oneMore(page));
    List<StoredTask> shown = first(found, page.limit());
    var whole = new TaskFilter(filter.tenantId(), filter.accountId(), filter.owner(), null);
    return new TaskPage(
        shown.stream().map(task -> task.asOf(clock.instant())).toList(),
        found.size() > shown.size() ? afterListed(shown.getLast()) : null,
        Progress.of(tasks.statuses(whole)));
  }

  /// @param asOf a day, or an instant, which is another day in some zones
  OverduePage overdue(CalendarDay asOf, Page page) {
    Map<ZoneId, LocalDate> today =
        checklists.zones().stream().collect(Collectors.toMap(Function.identity(), asOf::in));
    List<StoredTask> found = tasks.overdue(today, oneMore(page));
    List<StoredTask> shown = first(found, page.limit());
    return new OverduePage(
        shown.stream().map(task -> OverdueTask.of(task, asOf.in(task.timeZone()))).toList(),
        found.size() > shown.size() ? afterOverdue(shown.getLast()) : null);
  }

  private static Page oneMore(Page page) {
    return new Page(page.after(), page.limit() + 1);
  }

  private static List<StoredTask> first(List<StoredTask> found, int limit) {
    return found.subList(0, Math.min(found.size(), limit));
  }

  private static String afterListed(StoredTask last) {
    return Page.cursor(last.accountId(), last.tenantId(), last.number());
  }

  private static String afterOverdue(StoredTask last) {
    return Page.cursor(last.dueDate(), last.taskId());
  }
}
