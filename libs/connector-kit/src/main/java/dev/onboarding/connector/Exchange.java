package dev.onboarding.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One exchange with an external system, as it is paid for.
///
/// @param system short stable name, for example `salesforce`
/// @param run on whose behalf it was made; null when that was none
/// @param bytesOut of the body that was sent
/// @param bytesIn of the body that came back; 0 when none did
public record Exchange(
    String system,
    OperationClass operationClass,
    @Nullable String run,
    long bytesOut,
    long bytesIn,
    Duration took) {}
