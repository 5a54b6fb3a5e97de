// The test of the stories that begin in the middle of an assessment: each with an office of its own, and in it one such case.
import { request } from '@playwright/test'
import { Story } from './assessment'
import { openAfter, type Office } from './office'
import { test as base } from './test'

export { enter, expect } from './test'

interface Table {
  office: Office
  told: { id: string; today: string }
}

export const test = base.extend<{ table: Table; story: Story }>({
  table: [
    async ({}, use) => {
      const { office, told } = await openAfter('assessed', async (first) => {
        const asked = await request.newContext()
        const { id, today } = await Story.assessed(asked, first)
        await asked.dispose()
        return { id, today }
      })
      await use({ office, told })
      await office.stop()
    },
    { scope: 'test', timeout: 600_000 },
  ],
  office: ({ table }, give) => give(table.office),
  story: ({ page, table: { office, told } }, give) => give(Story.goOn(page.request, office, told.id, told.today)),
})
