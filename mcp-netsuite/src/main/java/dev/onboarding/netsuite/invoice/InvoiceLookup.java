package dev.onboarding.netsuite.invoice;

import org.jspecify.annotations.Nullable;

/// One invoice by its id; without `invoice`, NetSuite confirmed that there is none.
public record InvoiceLookup(
    String invoiceId, @Nullable Customer customer, @Nullable Invoice invoice) {}
