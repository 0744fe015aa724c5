/** A table in whose texts a person's address or a serial number may stand, and what a row of it is called. */
export interface PersonalTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** In the plural, as a number counts it. */
  readonly what: string;
}

/**
 * Every column of free text or of what Microsoft told. What is erased is looked for in all of them. Columns that need more than
 * that (the users of a device, an import's files, the audit log's pseudonyms) are dealt with in `services/erasure`. A test finds
 * the column of a new migration that stands in neither list.
 */
export const personalColumns: readonly PersonalTable[] = [
  {
    table: 'device',
    columns: [
      'microsoft',
      'membership',
      'group_tag',
      'device_name',
      'order_number',
      'shelf',
      'expected_profile',
      'profile_name',
      'profile_on_page',
      'held_group_tag',
      'held_name',
      'purchase_order',
      'purchase_order_in_file',
      'computer_account',
      'partner_file_name',
      'registration_error',
      'bench_error',
      'profile_detail',
      'remediation_detail',
      'enrollment_detail',
    ],
    what: 'devices with other texts about it',
  },
  { table: 'device_event', columns: ['sentence', 'from_value', 'to_value', 'source'], what: 'lines of histories' },
  { table: 'job', columns: ['act', 'payload', 'progress', 'reason'], what: 'ended changes for Microsoft' },
  { table: 'entered_value', columns: ['value', 'earlier', 'earlier_name'], what: 'entries for devices' },
  { table: 'deployment_event', columns: ['properties', 'policies'], what: 'rows of the deployment report' },
  { table: 'tenant_reading', columns: ['document'], what: 'readings of a tenant' },
  { table: 'tenant_row', columns: ['found_by', 'document'], what: 'rows of lists that a tenant told' },
  { table: 'tenant', columns: ['name', 'account', 'certificate_key_file'], what: 'tenants' },
  { table: 'tracking', columns: ['problem'], what: 'problems of following' },
  { table: 'import_batch', columns: ['name', 'files'], what: 'imports' },
  { table: 'import_row', columns: ['file', 'serial_number', 'issues', 'corrections'], what: 'rows of imports' },
  { table: 'hash_capture', columns: ['source'], what: 'hardware hashes from files named so' },
  { table: 'column_mapping', columns: ['header', 'columns'], what: 'remembered columns' },
  { table: 'scan', columns: ['raw', 'verdict'], what: 'scans' },
  { table: 'consent', columns: ['link'], what: 'consents' },
  { table: 'own_checklist', columns: ['definition'], what: 'lists of the lab' },
  { table: 'checklist_template', columns: ['definition'], what: 'lists of sheets' },
  { table: 'checklist_mark', columns: ['note'], what: 'notes on checklists' },
  { table: 'tenant_checklist_mark', columns: ['note'], what: 'notes on checklists of tenants' },
  { table: 'bench_run', columns: ['override_reason', 'error_code'], what: 'technician flows' },
  { table: 'bench_act', columns: ['state_before', 'state_after'], what: 'acts at the bench' },
  { table: 'donor_mark', columns: ['reason', 'lift_reason'], what: 'marks “never register again”' },
  {
    table: 'removal',
    columns: ['tenant_name', 'left_in_entra', 'computer_account', 'note'],
    what: 'records of removals',
  },
  { table: 'scenario_rule', columns: ['group_tag', 'profile'], what: 'rules' },
  { table: 'listed_device', columns: ['group_tag', 'purchase_order'], what: 'rows of Autopilot lists' },
  { table: 'shift_note', columns: ['text'], what: 'notes to the next shift' },
  { table: 'setting', columns: ['value'], what: 'settings' },
  { table: 'attachment', columns: ['name'], what: 'names of photos and files' },
  { table: 'erased_device', columns: ['reason'], what: 'reasons of erasures' },
];
