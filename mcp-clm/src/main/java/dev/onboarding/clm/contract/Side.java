package dev.onboarding.clm.contract;

/// For whom someone signs.
public enum Side {
  CUSTOMER,
  COMPANY
}
