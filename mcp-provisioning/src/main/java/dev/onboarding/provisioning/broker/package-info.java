/// The tenant provisioner, an Open Service Broker (version 2.17): one service, a plan per tier.
/// What its answers mean is told apart here, so that the rest of the module never sees a status
/// code.
@NullMarked
package dev.onboarding.provisioning.broker;

import org.jspecify.annotations.NullMarked;
