package dev.onboarding.taskmonitor.review;

import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the review of late tasks together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewProperties.class)
public class TaskReviewing {

  @Bean
  NeededTools taskTools() {
    return ReadOverdueTasks.NEEDED;
  }

  @Bean
  TaskMonitorTools taskMonitorTools(ToolServers servers, ReviewProperties properties, Clock clock) {
    var read = new ReadOverdueTasks(servers, properties);
    return new TaskMonitorTools(new ReviewTasks(read, properties, clock));
  }
}
