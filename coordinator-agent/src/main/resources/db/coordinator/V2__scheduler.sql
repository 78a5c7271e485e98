-- db-scheduler's own table, in the schema that belongs to it.
create schema if not exists scheduler;

create table scheduler.scheduled_tasks (
  task_name             text                     not null,
  task_instance         text                     not null,
  task_data             bytea,
  execution_time        timestamp with time zone,
  picked                boolean                  not null,
  picked_by             text,
  last_success          timestamp with time zone,
  last_failure          timestamp with time zone,
  consecutive_failures  int,
  last_heartbeat        timestamp with time zone,
  version               bigint                   not null,
  priority              smallint,
  state                 text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduler.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduler.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduler.scheduled_tasks (priority desc, execution_time asc);
