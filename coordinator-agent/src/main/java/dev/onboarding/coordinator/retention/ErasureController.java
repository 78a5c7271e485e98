package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.http.Who;
import dev.onboarding.coordinator.intake.Fields;
import dev.onboarding.coordinator.retention.ErasureDesk.Result;
import dev.onboarding.model.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/erasures`: ask for the erasure of a customer's personal data, and see how far it is.
@RestController
@RequestMapping("/api/erasures")
final class ErasureController {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;

  /// Control characters, line ends, and what turns the direction of the text around it.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private final StrictJson json;
  private final ErasureDesk desk;

  ErasureController(StrictJson json, ErasureDesk desk) {
    this.json = json;
    this.desk = desk;
  }

  /// What a person sends.
  record Request(@Nullable String account, @Nullable String by, @Nullable String reason) {}

  /// How far an erasure is.
  ///
  /// @param state `REQUESTED` until everything is erased, then `DONE`
  /// @param runs how many runs are erased so far
  /// @param failure what kept it from going on last; it is tried again
  record View(
      String erasureId,
      String account,
      @Nullable String accountId,
      String by,
      String reason,
      String state,
      int runs,
      @Nullable Provisioned provisioning,
      int tries,
      @Nullable Failure failure,
      Instant requestedAt,
      @Nullable Instant completedAt) {}

  /// What the provisioning server erased.
  record Provisioned(int tenants, int tasks, int credentialLinks, int answers) {}

  @PostMapping
  ResponseEntity<View> request(HttpServletRequest request) {
    var body = json.read(request, Request.class);
    var result =
        desk.request(
            Fields.account(body.account()),
            by(body.by()),
            text("reason", body.reason(), LONGEST_REASON));
    return switch (result) {
      case Result.Accepted(var erasure, var repeated) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/erasures/" + erasure.id()))
              .body(view(erasure));
      case Result.Unknown() ->
          throw new ProblemException(
              ProblemType.NOT_FOUND,
              "No run knows this account; name it by its Salesforce id to erase what others have.");
      case Result.Ambiguous(var ids) ->
          throw new ProblemException(
              ProblemType.CONFLICTING_ACCOUNT,
              "The key has named several accounts: %s. Ask for each by its Salesforce id."
                  .formatted(String.join(", ", ids)));
      case Result.Unfinished(var runs) ->
          throw new ProblemException(ProblemType.RUN_NOT_ENDED, unfinished(runs));
    };
  }

  @GetMapping("/{id}")
  View read(@PathVariable String id) {
    return desk.find(parsed(id)).map(this::view).orElseThrow(ErasureController::none);
  }

  private static String unfinished(List<AccountRuns.Standing> runs) {
    var named =
        runs.stream()
            .limit(10)
            .map(each -> "%s is %s".formatted(each.run(), each.state()))
            .collect(Collectors.joining(", "));
    return "Of this account's runs, %s. Let each end, or cancel it (POST /api/runs/{id}/cancel), then ask again."
        .formatted(named);
  }

  private View view(Erasure erasure) {
    var elsewhere = erasure.provisioning();
    return new View(
        erasure.id().toString(),
        erasure.account(),
        erasure.accountId(),
        erasure.by(),
        erasure.reason(),
        erasure.isDone() ? "DONE" : "REQUESTED",
        desk.runs(erasure.id()),
        elsewhere == null
            ? null
            : new Provisioned(
                elsewhere.tenants(),
                elsewhere.tasks(),
                elsewhere.credentialLinks(),
                elsewhere.answers()),
        erasure.tries(),
        erasure.failure(),
        erasure.requestedAt(),
        erasure.completedAt());
  }

  private static UUID parsed(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(ProblemType.NOT_FOUND, "An erasure's id is a UUID.", unreadable);
    }
  }

  private static ProblemException none() {
    return new ProblemException(ProblemType.NOT_FOUND, "No erasure has this id.");
  }

  private static String by(@Nullable String given) {
    String name = text("by", given, LONGEST_NAME);
    return Objects.requireNonNullElse(Who.of(name), name);
  }

  private static String text(String field, @Nullable String value, int longest) {
    var given = value == null ? "" : value.strip();
    if (given.isEmpty() || given.length() > longest || UNPRINTABLE.matcher(given).find()) {
      throw new ProblemException(
          ProblemType.INVALID_FIELD,
          "%s has 1 to %d characters and no control characters.".formatted(field, longest));
    }
    return given;
  }
}
