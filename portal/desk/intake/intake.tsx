// Taking in an application. One page, in the order of the counter: the kind, the adopters, the child, who places it, the
// reason and the wishes. What is missing or wrong the service says, all at once, each with its field. What is typed is kept as a draft.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Form } from '../acts/form/form'
import { resolve, type Field } from '../acts/form/model'
import { useFoundDraft, useKeeping, type DraftOf, type FoundDraft } from '../drafts/draft'
import { Found, Kept } from '../drafts/kept'
import { TwoWindows } from '../drafts/two-windows'
import { say } from '../parts/notice'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useSending } from '../parts/sending'

const ORDER = ['kind', 'adopters', 'child', 'placer', 'parents', 'guardian', 'kinship', 'support_duty', 'reason', 'raised_since', 'sibling_case', 'wishes']

function inOrder(fields: Field[]): Field[] {
  const place = ({ p }: Field) => ORDER.indexOf(p) + 1 || ORDER.length + 1
  return [...fields].sort((a, b) => place(a) - place(b))
}

const DRAFT: DraftOf = { purpose: 'intake' }

export function Intake() {
  const words = useTranslations('intake')
  const found = useFoundDraft(DRAFT)
  const [dropped, setDropped] = useState(false)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={found} rows={6}>
        {(draft) => <Application key={String(dropped)} found={dropped ? null : draft} onDrop={() => setDropped(true)} />}
      </Reading>
    </>
  )
}

function Application({ found, onDrop }: { found: FoundDraft | null; onDrop: () => void }) {
  const words = useTranslations('intake')
  const navigate = useNavigate()
  const { send, sending, error } = useSending()
  const draft = useKeeping(DRAFT, found)
  const [start, setStart] = useState({ times: 0, values: found ? (JSON.parse(found.form) as unknown) : undefined })
  const { type } = resolve({ t: 'ref', of: 'Apply' })
  if (type.t !== 'object') return null
  const shape = { t: 'object', fields: inOrder(type.fields) } as const
  const submit = (body: unknown) =>
    send(async () => {
      if (!(await draft.save())) return
      const done = await take(
        service.POST('/v1/cases', {
          params: { header: { 'Idempotency-Key': draft.key() ?? crypto.randomUUID() } },
          body: body as Schemas['Apply'],
        }),
      )
      // Only a trial (`validate`) opens no case, and none was asked for.
      if (!('case_id' in done)) throw new Error('the application was only tried')
      say(done.case_id, words('received'))
      await navigate({ to: '/cases/$id', params: { id: done.case_id } })
    })
  return (
    <>
      {found && <Found at={found.saved_at} onDrop={() => void draft.drop().then(onDrop)} />}
      <Form
        key={start.times}
        type={shape}
        owner="Apply"
        what={words('title')}
        start={start.values}
        error={error}
        sending={sending}
        button={words('submit')}
        onTyped={draft.keep}
        onSubmit={(body) => void submit(body)}
        beside={<Kept saving={draft.saving} />}
      />
      {draft.twice && (
        <TwoWindows
          twice={draft.twice}
          type={shape}
          owner="Apply"
          valuesIn={(form) => JSON.parse(form) as unknown}
          onChosen={(values) => {
            setStart(({ times }) => ({ times: times + 1, values }))
            void draft.settle(values)
          }}
        />
      )}
    </>
  )
}
