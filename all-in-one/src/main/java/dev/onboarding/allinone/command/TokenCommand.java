package dev.onboarding.allinone.command;

import dev.onboarding.allinone.identity.Resource;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Module;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints an access token for one server of a running system.
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Print an access token for one server of the system that runs.")
final class TokenCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final LoginOptions login = new LoginOptions(system);

  @Option(
      names = "--server",
      paramLabel = "NAME",
      defaultValue = "coordinator-agent",
      description =
          "Server that the token is for, for example mcp-clm (default: ${DEFAULT-VALUE}).")
  private String server = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = "[ ,]",
      description = "What it allows, for example mcp-clm.read; read by default.")
  private List<String> scopes = List.of("read");

  @Option(
      names = "--person",
      description = "Log in, and print a token of the person instead of one of this command.")
  private boolean person;

  @Override
  public Integer call() {
    Module module = module();
    String scope =
        scopes.stream().map(each -> scope(module, each)).collect(Collectors.joining(" "));
    LocalAccess access = system.access().withPerson(login::password);
    String token = person ? access.personToken(module, scope) : access.token(module, scope);
    Console console = system.console();
    if (system.json()) {
      console.document(Map.of("server", module.toString(), "scope", scope, "access_token", token));
    } else {
      console.say(token);
    }
    return 0;
  }

  private Module module() {
    return Stream.of(Module.values())
        .filter(module -> module.toString().equals(server.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--server %s: give one of %s".formatted(server, Arrays.toString(Module.values()))));
  }

  /// `read` is short for `mcp-clm.read`.
  private String scope(Module module, String given) {
    if (given.equals(Resource.APPROVE) && !person) {
      throw new IllegalArgumentException("--scope %s goes with --person".formatted(given));
    }
    return given.contains(".") ? given : module + "." + given;
  }
}
