package dev.onboarding.coordinator.establish;

import static dev.onboarding.coordinator.establish.Snapshots.DAY;
import static dev.onboarding.coordinator.establish.Snapshots.deals;
import static dev.onboarding.coordinator.establish.Snapshots.deleted;
import static dev.onboarding.coordinator.establish.Snapshots.lost;
import static dev.onboarding.coordinator.establish.Snapshots.open;
import static dev.onboarding.coordinator.establish.Snapshots.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.establish.CrmSnapshot.Opportunity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpportunityPickTests {

  private static final String A = "006000000000001AAA";
  private static final String B = "006000000000002AAA";

  @Test
  void takesTheOneTheTriggerNamesFirst() {
    var pick = pick(deals(won(A, DAY), open(B, DAY)), "006000000000002");

    assertThat(picked(pick)).isEqualTo(B);
    assertThat(pick.ambiguous()).isFalse();
    assertThat(pick.choice()).contains("trigger");
  }

  @Test
  void doesNotSilentlyTakeAnotherThanTheTriggerNames() {
    var pick = pick(deals(won(A, DAY), deleted(B)), B);

    assertThat(picked(pick)).isEqualTo(A);
    assertThat(pick.ambiguous()).isTrue();
    assertThat(pick.choice()).contains(B, "does not have");
  }

  @Test
  void takesTheLatestThatIsWon() {
    var pick =
        pick(deals(won(A, DAY), won(B, DAY.minusDays(1)), open("006C", DAY.plusDays(9))), null);

    assertThat(picked(pick)).isEqualTo(A);
    assertThat(pick.ambiguous()).isFalse();
    assertThat(pick.count()).isEqualTo(3);
    assertThat(pick.wonCount()).isEqualTo(2);
    assertThat(pick.choice()).contains("latest of 2", DAY.toString());
  }

  @Test
  void callsATieAmongTheWonAmbiguous() {
    var pick = pick(deals(won(A, DAY), won(B, DAY)), null);

    assertThat(pick.ambiguous()).isTrue();
    assertThat(picked(pick)).isEqualTo(B);
    assertThat(pick.choice()).contains("same latest day", "provisionally " + B);
  }

  @Test
  void callsSeveralWonAmbiguousWhenOneHasNoCloseDate() {
    var pick = pick(deals(won(A, DAY), won(B, null)), null);

    assertThat(pick.ambiguous()).isTrue();
  }

  @Test
  void doesNotCareAboutATieBelowTheLatest() {
    var pick = pick(deals(won(A, DAY.plusDays(1)), won(B, DAY), won("006C", DAY)), null);

    assertThat(picked(pick)).isEqualTo(A);
    assertThat(pick.ambiguous()).isFalse();
  }

  @Test
  void takesTheNewestOpenWhenNoneIsWon() {
    var pick =
        pick(deals(lost("006C", DAY.plusDays(9)), open(A, DAY), open(B, DAY.minusDays(1))), null);

    assertThat(picked(pick)).isEqualTo(A);
    assertThat(pick.choice()).contains("newest open");
  }

  @Test
  void takesTheNewestWhenNoneIsWonOrOpen() {
    var pick = pick(deals(lost(A, DAY.minusDays(3)), lost(B, DAY)), null);

    assertThat(picked(pick)).isEqualTo(B);
  }

  @Test
  void doesNotDependOnTheOrderOfTheRows() {
    List<Opportunity> deals = deals(won(A, DAY), won(B, DAY), open("006C", DAY), lost("006D", DAY));

    assertThat(pick(deals.reversed(), null)).isEqualTo(pick(deals, null));
  }

  @Test
  void doesNotCountWhatIsDeleted() {
    var pick = pick(deals(deleted(A)), null);

    assertThat(pick.count()).isZero();
    assertThat(pick.picked()).isNull();
  }

  @Test
  void takesTheOneTheTriggerNamesEvenOfAnotherAccount() {
    var pick = OpportunityPick.among(deals(won(A, DAY)), open(B, DAY), B);

    assertThat(picked(pick)).isEqualTo(B);
    assertThat(pick.count()).isEqualTo(2);
    assertThat(pick.wonCount()).isOne();
    assertThat(pick.ambiguous()).isFalse();
    assertThat(pick.choice()).contains("not among this account's");
  }

  @Test
  void takesWhatTheTriggerNamesWhereTheAccountHasNone() {
    assertThat(picked(OpportunityPick.among(deals(), won(B, DAY), B))).isEqualTo(B);
  }

  @Test
  void doesNotTakeANamedOneThatIsDeletedOrThatNobodyNamed() {
    var deleted = OpportunityPick.among(deals(won(A, DAY)), deleted(B), B);
    var unnamed = OpportunityPick.among(deals(won(A, DAY)), won(B, DAY), null);

    assertThat(picked(deleted)).isEqualTo(A);
    assertThat(deleted.ambiguous()).isTrue();
    assertThat(picked(unnamed)).isEqualTo(A);
  }

  private static OpportunityPick pick(List<Opportunity> deals, @Nullable String trigger) {
    return OpportunityPick.among(deals, null, trigger);
  }

  private static @Nullable String picked(OpportunityPick pick) {
    Opportunity picked = pick.picked();
    return picked == null ? null : picked.id();
  }
}
