// The library of the staff's controls in the colours of the house. It is the only file that sets it up.
import { ConfigProvider, theme } from 'antd'
import { useSyncExternalStore, type ReactNode } from 'react'
import { shownTheme, watchManners } from '../../shared/manners'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// What `tokens.css` says, in the words of the library: it computes shades and so needs the colours themselves.
const COLOURS = {
  light: { primary: '#17526b', ink: '#1d2429', ink2: '#4a555c', edge: '#7d878d', sheet: '#ffffff', red: '#9c2b21' },
  dark: { primary: '#86c1d9', ink: '#e6e9ea', ink2: '#b4bdc2', edge: '#86929a', sheet: '#1c2327', red: '#f2a199' },
  contrast: { primary: '#00344a', ink: '#000000', ink2: '#000000', edge: '#000000', sheet: '#ffffff', red: '#7a0c04' },
}

export function Controls({ children }: { children: ReactNode }) {
  const shown = useSyncExternalStore(watchManners, shownTheme)
  const colours = COLOURS[shown]
  return (
    <ConfigProvider
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: shown === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: colours.primary,
          colorLink: colours.primary,
          colorText: colours.ink,
          colorTextDescription: colours.ink2,
          colorTextPlaceholder: colours.ink2,
          colorBorder: colours.edge,
          colorBgContainer: colours.sheet,
          colorError: colours.red,
          fontFamily: 'var(--sans)',
          fontSize: 16,
          controlHeight: 38,
          borderRadius: 6,
          motion: false,
        },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
