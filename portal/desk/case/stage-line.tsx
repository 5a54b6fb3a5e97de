// Where the case stands in the order of work: done filled, present ringed, later hollow.
import { useTranslations } from 'use-intl'
import { useNames } from '../parts/names'

const ORDER = ['applied', 'accepted', 'proposed', 'approved', 'registered', 'issued', 'archived', 'closed']

export function StageLine({ stage }: { stage: string }) {
  const words = useTranslations('case')
  const names = useNames()
  const at = ORDER.indexOf(stage)
  if (at < 0) return <p className="stage-ended">{words('endedAs', { how: names.value('Stage', stage) })}</p>
  return (
    <ol className="stages" aria-label={words('stages')}>
      {ORDER.map((each, place) => (
        <li key={each} className={place < at ? 'done' : place === at ? 'now' : undefined} aria-current={place === at ? 'step' : undefined}>
          {names.value('Stage', each)}
        </li>
      ))}
    </ol>
  )
}
