package dev.onboarding.sandbox;

/// One sandbox for all tests of the module: it starts once and each test uses accounts of its own.
final class SharedSandbox {

  static final Sandbox SANDBOX = Sandbox.start(0, 0);
  static final Wire WIRE = new Wire(SANDBOX);

  private SharedSandbox() {}
}
