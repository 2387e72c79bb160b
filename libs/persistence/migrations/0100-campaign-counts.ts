import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a campaign's page and the engine count over all duties of a campaign, without reading the states beside them; and
 * the times somebody was told of a duty. Seven years of a province are 20,000 duties.
 */
export class CampaignCounts1700000000100 implements MigrationInterface {
  name = 'CampaignCounts1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index read_obligation_counts on read_obligation
      (campaign_id, obligation_key, occurrence, unit_id) include (status, due_at, last_day, late, kind)`);
    await runner.query('drop index read_obligation_campaign');
    await runner.query(`create index ops_notice_told on ops_notice (subject, step, business_at)
      where template in ('task-due', 'task-overdue', 'obligation-urged')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index read_obligation_campaign on read_obligation (campaign_id, obligation_key, occurrence, unit_id)',
    );
    await runner.query('drop index read_obligation_counts');
    await runner.query('drop index ops_notice_told');
  }
}
