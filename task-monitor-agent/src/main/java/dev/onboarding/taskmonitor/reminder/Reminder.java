package dev.onboarding.taskmonitor.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that one recipient must be told today.
///
/// @param key the same for one task on one day, whoever asks and however often
/// @param recipientEmail where the customer is reached; absent when the team is told
/// @param escalated whether it has been late for so long that reminding the owner is not enough
public record Reminder(
    String key,
    String taskId,
    String tenantId,
    String accountId,
    @Nullable String accountName,
    String taskCode,
    String title,
    String owner,
    Recipient recipient,
    @Nullable String recipientEmail,
    LocalDate dueDate,
    int daysLate,
    boolean escalated) {}
