// The parties of the case. Numbers of identity are masked; they are shown for thirty seconds on demand.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import type { CaseView, WholeCase } from './read'

const SHOWN_FOR = 30_000

interface Line {
  name: string
  as: string
  number?: string | undefined
  more: (string | undefined | null)[]
}

export function masked(number: string): string {
  return number.length > 8 ? `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}` : number
}

export function Parties({ view }: { view: CaseView }) {
  const words = useTranslations('case')
  const lines = useLines(view)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(false), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <Sheet
      title={words('parties')}
      aside={
        lines.some(({ number }) => number) && (
          <button type="button" className="link small" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words('hideNumbers') : words('showNumbers')}
          </button>
        )
      }
    >
      <ul className="body people">
        {lines.map((line) => (
          <li key={line.as + line.name}>
            <span className="song">{line.name}</span> <span className="small quiet">{line.as}</span>
            <div className="small quiet">
              {[line.number && (shown ? line.number : masked(line.number)), ...line.more].filter(Boolean).join('　')}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function useLines(view: CaseView): Line[] {
  const words = useTranslations('case')
  const names = useNames()
  const { day } = useDays()
  const child: Line = {
    name: view.child.name,
    as: names.value('Party', 'child'),
    number: 'resident_id' in view.child ? (view.child.resident_id ?? undefined) : undefined,
    more: [
      'sex' in view.child && view.child.sex ? names.value('Sex', view.child.sex) : undefined,
      day(view.child.birth_date),
      'new_name' in view.child && view.child.new_name ? words('newName', { name: view.child.new_name }) : undefined,
    ],
  }
  if (view.view === 'follow_up') {
    return [...view.names.map((name, place) => ({ name, as: words('adopter'), more: [view.telephones[place], view.residences[place]] })), child]
  }
  const adopters = view.adopters.map((adopter, place) => ({
    name: adopter.name,
    as: [names.value('Party', place === 0 ? 'adopter_1' : 'adopter_2'), names.value('Sex', adopter.sex), day(adopter.birth_date)].join(' · '),
    number: adopter.resident_id ?? undefined,
    more: [adopter.occupation],
  }))
  return view.view === 'whole' ? [...adopters, child, ...placing(view, words('placer'))] : [...adopters, child]
}

function placing({ placer }: WholeCase, as: string): Line[] {
  if (!placer) return []
  const people = (list: { name: string; resident_id: string; occupation: string }[]): Line[] =>
    list.map((each) => ({ name: each.name, as, number: each.resident_id, more: [each.occupation] }))
  switch (placer.placed_by) {
    case 'institution':
      return [{ name: placer.name, as, more: [placer.responsible_person, placer.telephone] }]
    case 'parents':
      return people(placer.placing)
    case 'guardian':
      return placer.organisation ? [{ name: placer.organisation.name, as, more: [placer.relation] }] : placer.person ? people([placer.person]) : []
    default:
      return []
  }
}
