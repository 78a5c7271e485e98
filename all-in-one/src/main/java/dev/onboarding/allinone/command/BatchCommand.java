package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Sends many accounts through a running system and tells who is stopped and why.
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = "Send many accounts through; in mode observe, nothing leaves but the report.")
final class BatchCommand extends OperatorCommand {

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--mode", description = "observe, approve-all or act, as strict as configured.")
  private String mode = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who asks (default: the user of this machine, ${DEFAULT-VALUE}).")
  private String by = "";

  @Option(names = "--wait", description = "Wait for the end and print who is stopped and why.")
  private boolean wait;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "How long to wait (default: ${DEFAULT-VALUE}).")
  private long patience = 3600;

  /// Which accounts.
  static final class Which {

    @Option(names = "--since", paramLabel = "DATE", description = "Every deal won since that day.")
    private @Nullable LocalDate since;

    @Option(names = "--account", description = "This one; may be given many times.")
    private List<String> accounts = List.of();
  }

  @Override
  JsonNode ask(Operator operator, Console console) {
    JsonNode batch = operator.startBatch(request());
    if (!wait) {
      return batch;
    }
    String id = text(batch, "batch_id");
    console.say("batch " + id);
    operator.finishedBatch(id, Duration.ofSeconds(patience));
    return operator.batchReport(id);
  }

  private Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("requested_by", by);
    if (which.since != null) {
      request.put("won_since", which.since.toString());
    } else {
      request.put("account_ids", which.accounts);
    }
    if (!mode.isBlank()) {
      request.put("mode", mode);
    }
    return request;
  }

  @Override
  void show(JsonNode answer, Console console) {
    if (!wait) {
      console.say("batch %s  %s".formatted(text(answer, "batch_id"), text(answer, "state")));
      return;
    }
    console.table(
        List.of("ACCOUNT", "NAME", "DECISION", "WHY"),
        Stream.of("stopped", "unanswered", "proceeding")
            .flatMap(list -> answer.path(list).valueStream())
            .map(BatchCommand::row)
            .toList());
    JsonNode progress = answer.path("batch").path("progress");
    console.say(
        "%d would be blocked, %d would need a person, %d would proceed, %d without a decision"
            .formatted(
                progress.path("block").asInt(0),
                progress.path("escalate").asInt(0),
                progress.path("proceed").asInt(0),
                answer.path("unanswered").size()));
  }

  private static List<String> row(JsonNode account) {
    String verdict = text(account, "verdict");
    return List.of(
        text(account, "account"),
        text(account, "account_name"),
        verdict.isEmpty() ? "none" : verdict,
        why(account));
  }

  private static String why(JsonNode account) {
    String rules =
        account
            .path("fired")
            .valueStream()
            .filter(row -> !"note".equalsIgnoreCase(text(row, "tier")))
            .map(row -> text(row, "rule") + " " + text(row, "says"))
            .collect(Collectors.joining(" "));
    return rules.isEmpty()
        ? text(account, "why") + text(account.path("failure"), "message")
        : rules;
  }
}
