// What stands round every page of the desk: the side menu, the search, the day, who one is.
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../parts/names'
import { useDays } from '../parts/days'
import { useMe, useOffice, useOfficeAsked, type Me } from '../session/state'
import { keepSearch } from '../search/text'
import { Blank } from './blank'
import { Icon, Mark } from './icon'
import { KeyList } from './key-list'
import { Leave } from './leave'
import { useKeys } from './keys'
import { MannersBar } from './manners-bar'
import { finds, menuOf } from './menu'
import { Offline } from './offline'

export function Frame() {
  const words = useTranslations('frame')
  const shared = useTranslations('shared')
  const navigate = useNavigate()
  const me = useMe()
  const asked = useOfficeAsked()
  const find = useRef<HTMLInputElement>(null)
  const [listed, setListed] = useState(false)
  const open = (to: string) => () => void navigate({ to })
  useKeys({
    '/': () => find.current?.focus(),
    '?': () => setListed(true),
    'g t': open('/today'),
    'g c': open('/cases'),
    'g d': open('/deadlines'),
    n: open('/intake'),
  })
  if (!me || !asked) return null
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {shared('skip')}
      </a>
      <Side me={me} />
      <div className="desk-right">
        <header className="top">
          {finds(me.roles) && (
            <form
              role="search"
              className="find"
              onSubmit={(event) => {
                event.preventDefault()
                keepSearch(find.current?.value ?? '')
                void navigate({ to: '/search', search: { at: Date.now() } })
              }}
            >
              <Icon name="search" />
              <input ref={find} name="text" aria-label={words('find')} placeholder={words('find')} autoComplete="off" enterKeyHint="search" />
              <kbd aria-hidden="true">/</kbd>
            </form>
          )}
          <span className="spring" />
          <Day />
          <Who me={me} />
        </header>
        <Offline />
        <main className="main" id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {listed && <KeyList onClose={() => setListed(false)} />}
      <Blank />
    </div>
  )
}

function Side({ me }: { me: Me }) {
  const words = useTranslations('frame')
  const names = useNames()
  const menus = menuOf(me.roles).filter(({ entries }) => entries.length > 0)
  return (
    <aside className="side">
      <div className="side-in">
      <Link to="/" className="brand">
        <Mark />
        <span>
          <b>{words('house')}</b>
          <span className="side-word">{me.organization}</span>
        </span>
      </Link>
      <nav className="menu" aria-label={words('menu')}>
        {menus.map(({ role, entries }) => (
          <div key={role}>
            {menus.length > 1 && <h3 className="side-word">{names.value('Role', role)}</h3>}
            {entries.map((entry) => (
              <Link key={entry.to} to={entry.to} activeProps={{ className: 'on', 'aria-current': 'page' }} title={words(entry.word)}>
                <Icon name={entry.icon} />
                <span className="side-word">{words(entry.word)}</span>
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <p className="side-foot side-word">
        {words('keys')} <kbd>?</kbd>
        <br />
        {words('blank')} <kbd>Esc</kbd> <kbd>Esc</kbd>
      </p>
      </div>
    </aside>
  )
}

function Day() {
  const words = useTranslations('frame')
  const office = useOffice()
  const { weekday } = useDays()
  if (!office) return null
  return (
    <>
      {office.practice && <span className="tag amber">{words('specimen')}</span>}
      <span className="small quiet nowrap top-day">{weekday(office.today)}</span>
    </>
  )
}

function Who({ me }: { me: Me }) {
  const words = useTranslations('frame')
  const names = useNames()
  return (
    <details
      className="who"
      onBlur={({ currentTarget, relatedTarget }) => {
        // Who goes on with Tab would come to what lies under the menu.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false
      }}
      onKeyDown={({ key, currentTarget, target }) => {
        if (key !== 'Escape' || (target as Element).closest('dialog')) return
        currentTarget.open = false
        currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>
        <span className="avatar" aria-hidden="true">
          {me.name.slice(0, 1)}
        </span>
        <span>
          {me.name}
          <span className="quiet"> · {me.roles.map((role) => names.value('Role', role)).join(words('comma'))}</span>
        </span>
      </summary>
      <div className="who-menu">
        {me.stands_in_for.map((line) => (
          <p key={line.person} className="small">
            {words('standsIn', { name: line.name })}
          </p>
        ))}
        <MannersBar />
        <Leave me={me} />
      </div>
    </details>
  )
}
