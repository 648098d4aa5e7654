import { expect } from 'playwright/test';
import { goBy, openReader, plan, type State, type Walk } from './window-states.ts';

/** What is seen of notes whose document has another edition: the queue, and a place being chosen for one. */
export function reviewStates(walk: Walk): readonly State[] {
  const { page, t } = walk;
  const lost = page.locator('.review-orphan').first();
  const placing = page.getByRole('region', { name: t('placing.label') });
  return [
    {
      name: 'review, notes carried over in the panel',
      reach: async () => {
        await openReader(walk, plan, t('nav.notes'));
        await expect(page.getByText(t('carried.orphan')).first()).toBeVisible();
      },
    },
    {
      name: 'review, the queue',
      reach: async () => {
        await goBy(walk, '2', t('nav.notes'))();
        await page
          .getByRole('main')
          .getByRole('button', { name: t('review.open') })
          .press('Enter');
        await expect(page.getByRole('heading', { level: 1, name: t('review.title') })).toBeVisible();
        await expect(page.locator('[data-review] mark').first()).toBeVisible();
      },
    },
    {
      name: 'review, choosing another place',
      reach: async () => {
        await lost.getByRole('button', { name: t('review.choose') }).press('Enter');
        await expect(placing).toBeVisible();
      },
      leave: async () => {
        await placing.getByRole('button', { name: t('placing.cancel') }).press('Enter');
        await expect(placing).toHaveCount(0);
      },
    },
  ];
}
