// What is around every page: the bar with large text and the way out, the heading that takes the focus, how it looks.
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link, useLocation } from 'wouter'
import { changeManners, manners, watchManners } from '../../shared/manners'
import { leave } from './leave'
import { Icon, Mark } from './icon'
import { Look } from './look'

interface Shape {
  /** What the window's title says: never a name, a number or how a case stands. */
  title: string
  heading: ReactNode
  above?: ReactNode
  /** Pages that show something of a person have the way out in the place of the language. */
  personal?: boolean
  /** The heading is a question, and smaller. */
  asks?: boolean
  children: ReactNode
}

export function Page({ title, heading, above, personal = false, asks = false, children }: Shape) {
  const words = useTranslations('shared')
  const place = useRef<HTMLHeadingElement>(null)
  const [address] = useLocation()
  useEffect(() => {
    document.title = `${title} · ${words('office')}`
  }, [title, words])
  useEffect(() => {
    // Who just opened the window is at its beginning; who came from another page of it is taken to the heading.
    if (!arrived) arrived = true
    else {
      window.scrollTo(0, 0)
      place.current?.focus({ preventScroll: true })
    }
  }, [address])
  return (
    <div className="page">
      <a className="skip" href="#content">
        {words('skip')}
      </a>
      <Bar personal={personal} home={address === '/'} />
      <main id="content" tabIndex={-1}>
        {above}
        <h1 ref={place} tabIndex={-1} className={asks ? 'ask' : undefined}>
          {heading}
        </h1>
        {children}
      </main>
      <Look />
    </div>
  )
}

let arrived = false

function Bar({ personal, home }: { personal: boolean; home: boolean }) {
  const words = useTranslations('frame')
  const { size, language } = useSyncExternalStore(watchManners, manners)
  return (
    <header className="bar-top">
      {home ? null : (
        <Link className="back" href="/" aria-label={words('home')}>
          <Icon name="back" />
        </Link>
      )}
      <Link className="brand" href="/">
        <Mark />
        <b>{words('name')}</b>
      </Link>
      <span className="spring" />
      <button
        type="button"
        className="button low"
        aria-pressed={size === 'large'}
        onClick={() => changeManners({ size: size === 'large' ? 'usual' : 'large' })}
      >
        {size === 'large' ? words('usualText') : words('largeText')}
      </button>
      {personal ? (
        <button type="button" className="button low" onClick={() => void leave()}>
          {words('leave')}
        </button>
      ) : (
        <button
          type="button"
          className="button low"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => changeManners({ language: language === 'en' ? 'zh-CN' : 'en' })}
        >
          {words('otherLanguage')}
        </button>
      )}
    </header>
  )
}
