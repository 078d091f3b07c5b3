/* As Payload generates it, but for `keepTyped`. */
import config from '@payload-config'
import '@payloadcms/next/css'
import type { ServerFunctionClient } from 'payload'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import React from 'react'

import { keepTyped } from '@/components/admin/keepTyped'
import { importMap } from './admin/importMap.js'
import './design.css'
import './states.css'
import '../steps.css'
import './custom.css'
import './entry.css'
import './bulletins.css'
import './decision.css'
import './hints.css'
import './home.css'
import './form.css'
import './figures.css'
import './filters.css'
import './list.css'
import './records.css'
import './telling.css'
import './tree.css'
import './statistics.css'
import './site.css'
import './import.css'
import './units.css'
import './writing.css'
import './parts.css'

type Args = { children: React.ReactNode }

const serverFunction: ServerFunctionClient = async function (args) {
  'use server'
  return handleServerFunctions({ ...keepTyped(args), config, importMap })
}

const Layout = ({ children }: Args) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
