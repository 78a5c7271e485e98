package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.candidate.CompareRuleSets;
import dev.onboarding.coordinator.candidate.ComparisonPage;
import dev.onboarding.coordinator.candidate.RuleSetComparison;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What another rule set would have decided on everything recorded.
@RestController
final class ComparisonController {

  private final Documents documents;
  private final CompareRuleSets compare;
  private final ComparisonPage page = new ComparisonPage();

  ComparisonController(Documents documents, CompareRuleSets compare) {
    this.documents = documents;
    this.compare = compare;
  }

  @GetMapping("/api/rules/{digest}/comparison")
  RuleSetComparison comparison(
      @PathVariable String digest, @RequestParam(required = false) @Nullable String since) {
    return compare.since(rules(digest), Since.parse(since));
  }

  @GetMapping("/api/rules/{digest}/comparison.html")
  ResponseEntity<byte[]> page(
      @PathVariable String digest, @RequestParam(required = false) @Nullable String since) {
    var html = page.html(compare.since(rules(digest), Since.parse(since)));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", RunsController.REPORT_POLICY)
        .body(html.getBytes(StandardCharsets.UTF_8));
  }

  private RuleSet rules(String digest) {
    var whole = Digest.whole(documents, DocumentKind.RULES, digest);
    var document = documents.find(DocumentKind.RULES, whole).orElseThrow();
    return RuleSet.restore("rule set " + whole, document.content());
  }
}
