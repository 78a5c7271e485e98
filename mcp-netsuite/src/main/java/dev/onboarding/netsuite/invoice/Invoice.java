package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One invoice, in its own currency.
///
/// @param status null when NetSuite's status is not known here; `statusRaw` then says what it is
/// @param opportunityId the deal it names
/// @param contractId the contract it names
/// @param crmAccountId the account it names
/// @param total with tax
/// @param net after discount and before tax
/// @param paidByCash settled by payments and deposits; null when part of it was paid and NetSuite
///   does not say how
/// @param paidByCredit settled by credit memos and journals
/// @param rate from its currency into the base currency, of the day it was issued; null when it is
///   in the base currency or NetSuite states no rate
public record Invoice(
    @Nullable String id,
    @Nullable String number,
    @Nullable String customerId,
    @Nullable InvoiceStatus status,
    @Nullable String statusRaw,
    @Nullable String opportunityId,
    @Nullable String contractId,
    @Nullable String crmAccountId,
    @Nullable Money total,
    @Nullable Money net,
    @Nullable Money remaining,
    @Nullable Money paidByCash,
    @Nullable Money paidByCredit,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    @Nullable ExchangeRate rate) {}
