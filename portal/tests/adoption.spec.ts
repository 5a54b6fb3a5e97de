// One adoption from a phone at home to a certificate that is verified, told by clicking, as each of the seven people in it.
// It is the longest story, and by its name among the first that are told.
import type { Page } from '@playwright/test'
import { stepchild } from './support/cast'
import { bring, doAct, print, walkIn } from './support/desk'
import { fill } from './support/forms'
import type { Office } from './support/office'
import { moveTo, readCase, signIn, today } from './support/service'
import { expect, testAfter } from './support/test'

/** Many days pass in it. */
const test = testAfter([])

const ORIGINAL = '与原件核对一致'
const SIGNED = '当面签名或者按指纹'
/** Who signs for themselves. */
const SIGNERS = ['adopter_1', 'placer']
const BROUGHT = [
  { paper: 'joint_photo' },
  { paper: 'placer_photo', party: 'placer' },
  { paper: 'household_register', party: 'adopter_1' },
  { paper: 'identity_card', party: 'adopter_1' },
  { paper: 'marriage_proof', party: 'adopter_1' },
  { paper: 'household_register', party: 'placer' },
  { paper: 'identity_card', party: 'placer' },
  { paper: 'other_parent_consent', party: 'other_parent' },
]
const SERIAL = 'YZ2026000001'

async function applyBeforehand(page: Page, office: Office): Promise<string> {
  await page.goto(`${office.base}/apply`)
  await page.getByRole('button', { name: '开始填' }).click()
  await page.getByLabel('孩子是哪种情形').selectOption('stepchild')
  await page.getByLabel('收养人姓名', { exact: true }).fill('秦望舒')
  await page.getByLabel('联系电话').fill('023-40000000')
  await expect(page.getByText(/已保存/)).toBeVisible()
  const code = await page.locator('.big-code').innerText()
  await page.getByRole('link', { name: '下一步：拍材料' }).click()
  await page.getByRole('button', { name: '提交给窗口预看' }).click()
  await expect(page.getByRole('heading', { name: '已经提交' })).toBeVisible()
  return code
}

/** The registrar looks at what was sent, and answers it. */
async function answerBeforehand(page: Page): Promise<void> {
  await page.getByRole('link', { name: '窗口' }).click()
  await page.getByRole('row').filter({ hasText: '待答复' }).first().getByRole('button', { name: '查看' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('秦望舒')).toBeVisible()
  await dialog.getByRole('radio', { name: '可以来窗口办' }).check()
  await dialog.getByLabel('写给家庭的话').fill('材料照片收到，请带原件来。')
  await dialog.getByRole('button', { name: '答复' }).click()
  await expect(dialog).toBeHidden()
}

/** What stands on the papers in the hands of the people here: the number of the certificate, and when the visit is due. */
interface Printed {
  registration: { certificate_number: string }
  visits: { due_on: string }[]
}

test('a stepchild: seven people, from a phone at home to a certificate that is verified', async ({ page, office }) => {
  test.setTimeout(900_000)
  const given = stepchild()
  const code = await applyBeforehand(page, office)

  await walkIn(page, office, 'registrar')
  await answerBeforehand(page)
  await page.goto(`${office.base}/apply`)
  await page.getByLabel('凭证码').fill(code)
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('heading', { name: '可以来窗口办了' })).toBeVisible()

  await walkIn(page, office, 'registrar')
  await page.goto(`${office.base}/desk/intake`)
  await fill(page, '', given)
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('status').filter({ hasText: '申请已收下' })).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').pop() ?? ''
  await bring(page, office, id, [{ paper: 'application_form' }], SIGNED)
  await bring(page, office, id, BROUGHT, ORIGINAL)
  await doAct(page, office, id, 'accept')

  for (const [place, party] of SIGNERS.entries()) {
    await doAct(page, office, id, 'inquire', {
      party,
      began_at: `0${8 + place}:30:00`,
      ended_at: `${['09', '10'][place]}:10:00`,
      place: '练习县民政局收养登记处询问室',
      recorder: '吴晓岚',
      answers: [{ question: '是否自愿？知道后果吗？', answer: '自愿，知道。' }],
      signing: 'read_and_signed',
    })
    await doAct(page, office, id, 'give_consent', { party, signing: 'read_and_signed' })
  }
  await doAct(page, office, id, 'guide', {
    party: 'adopter_1',
    given_by: '周明远',
    place: '练习县民政局收养登记处',
    minutes: 50,
    form: '面谈并观看宣传片',
    topics: '父母的家庭教育责任；怎样告诉孩子身世',
    response: '已经了解，愿意照做。',
  })
  await bring(
    page,
    office,
    id,
    [...SIGNERS.flatMap((party) => [{ paper: 'no_donation_declaration', party }, { paper: 'inquiry_record', party }, { paper: 'consent_form', party }]), { paper: 'guidance_record', party: 'adopter_1' }],
    SIGNED,
  )
  await doAct(page, office, id, 'propose', { opinion: '经审查，当事人符合《民法典》规定的收养条件，材料齐全，建议准予登记。' })

  await walkIn(page, office, 'leader')
  await page.goto(`${office.base}/desk/approvals`)
  await page.getByRole('link', { name: /秦/ }).first().click()
  await expect(page.getByRole('radio', { name: '批准', exact: true })).toBeVisible()
  await doAct(page, office, id, 'approve', { opinion: '同意登记。' })

  await walkIn(page, office, 'registrar')
  await bring(page, office, id, [{ paper: 'approval_form' }], SIGNED)
  const session = await signIn(page.request, office, 'registrar')
  const day = await today(page.request, office, session)
  const numbers = numbersOf(given)
  await doAct(page, office, id, 'register', {
    blank_serial: SERIAL,
    attendance: [
      { manner: 'in_person', party: 'adopter_1', shown: 'identity_card', number: numbers.adopter },
      { manner: 'in_person', party: 'placer', shown: 'identity_card', number: numbers.mother },
      { manner: 'in_person', party: 'child', shown: 'household_register', number: numbers.child },
    ],
    confirmations: [
      { check: 'marital_status', party: 'adopter_1', source: '婚姻登记信息系统查询', checked_on: day, outcome: 'clear' },
      { check: 'care_of_child', party: 'child', source: '向送养人和儿童居住地社区核实', checked_on: day, outcome: 'clear' },
    ],
  })
  await print(page, office, id, '收养登记证')
  await doAct(page, office, id, 'issue_certificate')
  await bring(page, office, id, [{ paper: 'certificate_receipt' }], SIGNED)

  const printed = await readCase<Printed>(page.request, office, session, id)
  const certificate = printed.registration.certificate_number

  await walkIn(page, office, 'archivist')
  await page.getByRole('row').filter({ hasText: certificate }).getByRole('link', { name: '归档' }).click()
  await expect(page).toHaveURL(/\/acts\/archive$/)
  await doAct(page, office, id, 'archive')
  await print(page, office, id, '收养登记档案')

  const due = (await readCase<Printed>(page.request, office, session, id)).visits[0]?.due_on ?? ''
  await moveTo(page.request, office, session, due)
  await walkIn(page, office, 'visitor')
  await page.getByRole('link', { name: '记录回访' }).first().click()
  await expect(page).toHaveURL(new RegExp(`${id}/acts/visit_after_adoption$`))
  await doAct(page, office, id, 'visit_after_adoption', { visited_on: due, visitors: ['程秀英', '魏长青'], findings: '孩子身体健康，与养父关系亲密。', concern: 'green' })
  await expect(page.getByText('孩子身体健康，与养父关系亲密。')).toBeVisible()
  await walkIn(page, office, 'registrar')
  await bring(page, office, id, [{ paper: 'follow_up_record' }], SIGNED)
  await page.goto(`${office.base}/desk/cases/${id}`)
  await expect(page.getByRole('list', { name: '办理阶段' }).locator('[aria-current=step]')).toContainText('办结')

  await walkIn(page, office, 'auditor')
  await page.getByRole('link', { name: '哈希链' }).click()
  const chain = page.getByRole('row').filter({ hasText: id })
  await chain.getByRole('button', { name: '重新计算' }).click()
  await expect(chain.getByRole('status')).toContainText('逐环重算一致')

  await page.goto(`${office.base}/verify`)
  await page.getByLabel('收养登记证字号').fill(certificate)
  await page.getByLabel('证的印制号').fill(SERIAL)
  await page.getByLabel('收养人身份证号的后六位').fill(numbers.adopter.slice(-6))
  await page.getByRole('button', { name: '查一查' }).click()
  await expect(page.getByRole('status').locator('.state.done')).toBeVisible()
})

function numbersOf(given: ReturnType<typeof stepchild>): { adopter: string; child: string; mother: string } {
  const { adopters, child, parents } = given as unknown as Record<'adopters', { resident_id: string }[]> & Record<'child', { resident_id: string }> & Record<'parents', { placing: { resident_id: string }[] }>
  return { adopter: adopters[0]?.resident_id ?? '', child: child.resident_id, mother: parents.placing[0]?.resident_id ?? '' }
}
