// The items of a part, group by group, each with its state and its points: where one is, and what is missing.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { groupsOf, type Mark, type Part, type Scored } from '../read'
import { useWording } from '../wording'

interface ItemListProps {
  id: string
  part: Part
  scored: Scored
  marks: Mark[]
  at?: string | undefined
}

export function ItemList({ id, part, scored, marks, at }: ItemListProps) {
  const words = useTranslations('assess')
  const say = useWording()
  return (
    <nav className="item-list" aria-label={words('items')}>
      {groupsOf(scored, part).map((group) => (
        <div key={group.code}>
          <h3>
            {say(group.name)} <span className="quiet">{group.max}</span>
          </h3>
          <ul>
            {group.items.map((item) => {
              const mark = marks.find((each) => each.item === item.code)
              const here = item.code === at
              return (
                <li key={item.code}>
                  <Link to="/tasks/$id/score/$part/$item" params={{ id, part, item: item.code }} className={here ? 'on' : undefined} aria-current={here ? 'step' : undefined}>
                    <span className={mark ? 'state done' : here ? 'state going' : 'state'} aria-hidden="true" />
                    <span>{say(item.ask)}</span>
                    <span className="item-points">{mark ? `${mark.points} / ${item.max}` : item.not_applicable_if ? words('maybe') : item.max}</span>
                    <span className="unseen">{words(mark ? 'marked' : 'notMarked')}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
