// The first step: who adopts, which child, how to reach them. Saved as it is typed.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Page } from '../frame/page'
import { Area, Field } from '../parts/field'
import { KINDS } from '../parts/kinds'
import type { PreApplication } from '../service'
import { CodeCard } from './code-card'
import { useSaving } from './saving'
import { Saved } from './saved'

interface Shape {
  code: string
  draft: PreApplication
  show: (draft: PreApplication) => void
}

export function FormPage({ code, draft, show }: Shape) {
  const words = useTranslations('apply')
  const kinds = useTranslations('landing.kinds')
  const saving = useSaving(code, draft, show)
  const { form, change } = saving
  return (
    <Page title={words('title')} heading={words('who')} above={<p className="small quiet">{words('step', { step: 1 })}</p>} personal>
      <CodeCard code={code} until={draft.kept_until} />
      <div className="field">
        <label htmlFor="kind">{words('kind')}</label>
        <select className="input" id="kind" value={form.kind} onChange={(event) => change({ kind: event.target.value })}>
          <option value="">{words('choose')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(`${kind}.title`)}
            </option>
          ))}
        </select>
      </div>
      <Field label={words('first')} value={form.first} onValue={(first) => change({ first })} autoComplete="off" maxLength={60} />
      <Field label={words('second')} hint={words('secondHint')} value={form.second} onValue={(second) => change({ second })} autoComplete="off" maxLength={60} />
      <Field label={words('telephone')} value={form.telephone} onValue={(telephone) => change({ telephone })} inputMode="tel" autoComplete="off" maxLength={30} />
      <Area label={words('child')} hint={words('childHint')} value={form.child} onValue={(child) => change({ child })} maxLength={1000} />
      <Saved saving={saving} draft={draft} />
      <div className="buttons">
        <Link className="button primary wide" href="/apply/photos">
          {words('toPhotos')}
        </Link>
      </div>
    </Page>
  )
}
