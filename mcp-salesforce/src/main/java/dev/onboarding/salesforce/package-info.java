/// The Salesforce MCP server: its process and nothing else. What it does lies in the packages
/// below, one for each thing that is asked of Salesforce.
@NullMarked
package dev.onboarding.salesforce;

import org.jspecify.annotations.NullMarked;
