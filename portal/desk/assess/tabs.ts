// Which acts are done on the pages of a task, and on which of its parts one arrives after each, and comes from.
export const TAB_OF: Record<string, string> = {
  plan_assessment: 'plan',
  record_assessment_work: 'visits',
  visit_for_assessment: 'visits',
  file_evidence: 'visits',
  declare_conflict: 'plan',
  start_integration: 'integration',
  end_integration: 'integration',
  break_off_integration: 'integration',
  log_integration: 'integration',
  submit_report: 'report',
  report_incident: 'plan',
}
