// Taking in an application. One page, in the order of the counter: the kind, the adopters, the child, who places it, the
// reason and the wishes. What is missing or wrong the service says, all at once, each with its field.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Form } from '../acts/form/form'
import { resolve, type Field } from '../acts/form/model'
import { say } from '../parts/notice'
import { PageHead } from '../parts/page'
import { useSending } from '../parts/sending'

const ORDER = ['kind', 'adopters', 'child', 'placer', 'parents', 'guardian', 'kinship', 'support_duty', 'reason', 'raised_since', 'sibling_case', 'wishes']

function inOrder(fields: Field[]): Field[] {
  const place = ({ p }: Field) => ORDER.indexOf(p) + 1 || ORDER.length + 1
  return [...fields].sort((a, b) => place(a) - place(b))
}

export function Intake() {
  const words = useTranslations('intake')
  const navigate = useNavigate()
  const { send, sending, error } = useSending()
  const [typed, setTyped] = useState(false)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const { type } = resolve({ t: 'ref', of: 'Apply' })
  useEffect(() => {
    if (!typed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [typed])
  if (type.t !== 'object') return null
  const submit = (body: unknown) =>
    send(async () => {
      const done = await take(
        service.POST('/v1/cases', {
          params: { header: { 'Idempotency-Key': key } },
          body: body as Schemas['Apply'],
        }),
      )
      // Only a trial (`validate`) opens no case, and none was asked for.
      if (!('case_id' in done)) throw new Error('the application was only tried')
      setTyped(false)
      say(done.case_id, words('received'))
      await navigate({ to: '/cases/$id', params: { id: done.case_id } })
    })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Form
        type={{ t: 'object', fields: inOrder(type.fields) }}
        owner="Apply"
        what={words('title')}
        error={error}
        sending={sending}
        button={words('submit')}
        onTyped={() => {
          setTyped(true)
          setKey(crypto.randomUUID())
        }}
        onSubmit={(body) => void submit(body)}
      />
    </>
  )
}
