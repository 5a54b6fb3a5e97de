// The pages that are opened most can be used after few requests.
import { openFamilyCase, openStatus } from './family/family'
import { application } from './support/cast'
import { expectFewRequests } from './support/loading'
import { openCase, signIn } from './support/service'
import { enter, test } from './support/test'

test('the pages of a family are there after few requests', async ({ page, office }) => {
  await expectFewRequests(page, office, 'family', ['/', '/guide/institution_foundling'])
  await openStatus(page, office, await openFamilyCase(page.request, office))
  await expectFewRequests(page, office, 'family', ['/my'])
})

test('the pages of the desk are there after few requests', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar')
  await expectFewRequests(page, office, 'desk', ['/desk/today', `/desk/cases/${id}`, `/desk/cases/${id}/acts/inquire`, '/desk/intake'])
})

test('the tasks are there before the desk is put on the device', async ({ page, office }) => {
  await enter(page, office, 'assessor', '/rules')
  await expectFewRequests(page, office, 'desk', ['/desk/tasks'])
})
