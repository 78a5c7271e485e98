package dev.onboarding.sandbox.page;

import dev.onboarding.sandbox.fault.Faults;
import dev.onboarding.sandbox.inspect.Inspected;
import dev.onboarding.sandbox.inspect.Journal;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Story;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Routes;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// `/`: the outside world at a glance.
public final class HomePage {

  private static final int SHOWN = 50;
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><style>
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      h1{margin-bottom:0}h2{margin-top:2.5rem;border-bottom:1px solid #8886}
      table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;
      vertical-align:top;border-bottom:1px solid #8883}article{border:1px solid #8886;
      border-radius:.5rem;padding:.6rem 1rem;margin:.6rem 0}time,small{color:#777}
      pre{white-space:pre-wrap;margin:.3rem 0;font:inherit}.PROCEED{color:#187a3c}
      .ESCALATE{color:#a86400}.BLOCK{color:#b3261e}
      </style></head><body><h1>The outside world</h1>
      <p>Salesforce, NetSuite, DocuSign, the tenant provisioner, Slack and mail, simulated.</p>
      """;

  private final Stories stories;
  private final Map<String, Inspected> systems;
  private final Map<String, Faults> faults;

  public HomePage(Stories stories, Map<String, Inspected> systems, Map<String, Faults> faults) {
    this.stories = stories;
    this.systems = systems;
    this.faults = faults;
  }

  public void on(Routes routes) {
    routes.on("GET", "/", (call, path) -> Answer.text(200, "text/html;charset=UTF-8", page()));
  }

  private String page() {
    Html html = new Html().raw(HEAD);
    calls(html);
    channels(html);
    inbox(html);
    accounts(html);
    return html.raw("</body></html>").toString();
  }

  private void calls(Html html) {
    html.raw("<h2>Systems</h2><table><tr><th>System<th>API calls<th>Token calls<th>Faults</tr>");
    systems.forEach((name, inspected) -> {
      Journal journal = inspected.journal();
      Faults trouble = faults.get(name);
      html.raw("<tr><td><a href=\"/inspect/" + name + "\">").text(name).raw("</a>");
      html.raw("<td>" + journal.apiCalls() + "<td>" + journal.tokenCalls() + "<td>");
      html.text(trouble == null ? "" : trouble.summary()).raw("</tr>");
    });
    html.raw("</table>");
  }

  private void channels(Html html) {
    html.raw("<h2>Slack</h2>");
    List<JsonNode> messages = newest("slack");
    html.raw(messages.isEmpty() ? "<p>Nothing was posted yet.</p>" : "");
    for (JsonNode message : messages) {
      html.raw("<article>").element("b", message.path("channel").asString(""));
      html.raw(" ").element("time", message.path("ts").asString(""));
      html.element("pre", message.path("text").asString("")).raw("</article>");
    }
  }

  private void inbox(Html html) {
    html.raw("<h2>Mail</h2>");
    List<JsonNode> mails = newest("mail");
    html.raw(mails.isEmpty() ? "<p>Nothing arrived yet.</p>" : "");
    for (JsonNode mail : mails) {
      html.raw("<article>").element("b", mail.path("subject").asString(""));
      html.raw("<br><small>").text(mail.path("envelope_to").asString(""));
      html.raw(" · ").text(mail.path("received_at").asString("")).raw("</small>");
      html.element("pre", mail.path("text").asString("")).raw("</article>");
    }
  }

  private void accounts(Html html) {
    html.raw("<h2>Accounts</h2><table><tr><th>Key<th>Story<th>Expected<th>Why</tr>");
    List<Told> all = stories.all();
    for (Told told : all.subList(0, Math.min(all.size(), 500))) {
      Story story = told.story();
      html.raw("<tr><td><a href=\"/accounts/").text(story.key()).raw("\">").text(story.key());
      html.raw("</a><td>").text(story.story()).raw("<td class=\"" + story.decision() + "\">");
      html.text(story.decision()).raw("<td>").text(story.why()).raw("</tr>");
    }
    html.raw("</table>");
  }

  private List<JsonNode> newest(String system) {
    Inspected inspected = systems.get(system);
    if (inspected == null) {
      return List.of();
    }
    ArrayNode effects = inspected.system().effects();
    return effects.valueStream().toList().reversed().stream().limit(SHOWN).toList();
  }
}
