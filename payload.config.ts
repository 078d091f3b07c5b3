import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig, type Config } from 'payload'
import sharp from 'sharp'
import { editor } from '@/blocks/editor'
import { Receipts } from '@/collections/bulletins'
import { Alerts, UsualHours } from '@/collections/demand'
import { Cases, Notices, Plans } from '@/collections/otherLibraries'
import { districtRecords } from '@/collections/districts'
import { Facts } from '@/collections/facts'
import { tellingRecords } from '@/collections/telling'
import { Documents } from '@/collections/documents'
import { HotspotPlacements } from '@/collections/hotspots'
import { Judgements, Placements, Terms } from '@/collections/searching'
import { Knowledge } from '@/collections/Knowledge'
import { Holidays } from '@/collections/Holidays'
import { importRecords } from '@/collections/importing'
import { FixedPhrases } from '@/collections/phrases'
import { Media } from '@/collections/Media'
import { Nodes } from '@/collections/Nodes'
import { ReadReviews } from '@/collections/promoting'
import { Audit, Counters, Decisions, Publications } from '@/collections/records'
import { Register } from '@/collections/Register'
import { reportRecords } from '@/collections/reporting'
import { Settings } from '@/collections/Settings'
import { Systems } from '@/collections/Systems'
import {
  DayCounts,
  DayKeys,
  DayQueries,
  DaySearches,
  DayShows,
  Helpful,
  Looks,
  MonthCounts,
  Queries,
  Searches,
  Uses,
  Views,
} from '@/collections/usage'
import { sampleRecords } from '@/collections/sampling'
import { siteRecords } from '@/collections/site'
import { taskRecords } from '@/collections/tasks'
import { KeptThemes } from '@/collections/themes'
import { Users } from '@/collections/Users'
import { chosenDatabase } from '@/database'
import { env } from '@/env'
import { guardEndpoints } from '@/front/rest/guardEndpoints'
import { trialEndpoints } from '@/front/trial'
import { withCleanText } from '@/hooks/texts'
import { describeProblem } from '@/hooks/describeProblem'
import { ensureCounters } from '@/workflow/counters'
import { payloadTexts } from '@/i18n/adminPages'
import { logger, loggingLevels } from '@/logger'
import { noMail } from '@/noMail'
import { handOverEndpoint, keptByEndpoint } from '@/workflow/accounts/keeping/handOver'
import { resetPhrasesEndpoint } from '@/workflow/phrases/resetPhrases'
import { exportStatisticsEndpoint } from '@/workflow/reporting/exportStatistics'
import { worklistEndpoint } from '@/workflow/reviewing/worklist'

/** All but the database, which is loaded when it is known which one runs. */
const parts: Omit<Config, 'db'> = {
  secret: env.secret,
  editor,
  sharp,
  email: noMail,
  collections: [
    Knowledge,
    Plans,
    Notices,
    Cases,
    Nodes,
    Users,
    Systems,
    Media,
    Terms,
    Placements,
    Judgements,
    HotspotPlacements,
    FixedPhrases,
    Holidays,
    Documents,
    KeptThemes,
    Audit,
    Register,
    Publications,
    Decisions,
    Receipts,
    Counters,
    Views,
    Searches,
    Uses,
    Helpful,
    DayCounts,
    MonthCounts,
    DayShows,
    ...districtRecords,
    DaySearches,
    DayQueries,
    DayKeys,
    Looks,
    Queries,
    ...reportRecords,
    ReadReviews,
    ...taskRecords,
    ...sampleRecords,
    ...siteRecords,
    UsualHours,
    Alerts,
    ...importRecords,
    Facts,
    ...tellingRecords,
  ].map(withCleanText),
  globals: [Settings].map(withCleanText),
  endpoints: [
    worklistEndpoint,
    exportStatisticsEndpoint,
    keptByEndpoint,
    handOverEndpoint,
    resetPhrasesEndpoint,
    ...trialEndpoints,
  ],
  hooks: { afterError: [describeProblem] },
  onInit: ensureCounters,
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    timezones: {
      defaultTimezone: 'Asia/Shanghai',
      supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
    },
    importMap: { baseDir: `${process.cwd()}/src` },
    meta: { titleSuffix: '· 知库' },
    components: {
      graphics: {
        Logo: '@/components/admin/frame#Logo',
        Icon: '@/components/admin/frame#Icon',
      },
      actions: ['@/components/admin/messages/Bell#Bell'],
      header: [
        '@/components/admin/frameParts#SkipLink',
        '@/components/admin/frame#IdleLock',
        '@/components/admin/frame#DemoNotice',
        '@/components/admin/frame#DelegationNotice',
        '@/components/admin/frameParts#ToastNames',
      ],
      beforeNavLinks: ['@/components/admin/frame#NavLinks'],
      views: {
        dashboard: { Component: '@/components/admin/Dashboard#Dashboard' },
        account: { path: '/account', Component: '@/components/admin/account/Account#Account' },
        // Lists keep Payload's addresses; what is shown there is this (`shownAs`).
        list: { path: '/list/:slug', Component: '@/components/admin/list/ListView#ListView' },
        record: {
          path: '/record/:id',
          Component: '@/components/admin/audit/AuditRecord#AuditRecord',
        },
        versions: {
          path: '/versions/:library/:id',
          exact: true,
          Component: '@/components/admin/versions/VersionsView#VersionsView',
        },
        version: {
          path: '/versions/:library/:id/:version',
          Component: '@/components/admin/versions/VersionsView#VersionView',
        },
        inbox: { path: '/inbox', Component: '@/components/admin/inbox/InboxView#InboxView' },
        messages: {
          path: '/messages',
          Component: '@/components/admin/messages/MessagesView#MessagesView',
        },
        views: { path: '/views', Component: '@/components/admin/views/ViewList#ViewList' },
        promotion: {
          path: '/promotion',
          Component: '@/components/admin/promotion/PromotionView#PromotionView',
        },
        searches: {
          path: '/searches',
          Component: '@/components/admin/views/SearchList#SearchList',
        },
        statistics: {
          path: '/statistics',
          exact: true,
          Component: '@/components/admin/statistics/StatisticsView#StatisticsView',
        },
        reports: {
          path: '/reports',
          exact: true,
          Component: '@/components/admin/statistics/ReportsView#ReportsView',
        },
        report: {
          path: '/reports/:id',
          Component: '@/components/admin/statistics/ReportView#ReportView',
        },
        statisticsRows: {
          path: '/statistics/rows',
          exact: true,
          Component: '@/components/admin/statistics/RowsView#RowsView',
        },
        tasks: {
          path: '/tasks',
          exact: true,
          Component: '@/components/admin/tasks/TaskList#TaskList',
        },
        task: { path: '/tasks/:id', Component: '@/components/admin/tasks/TaskView#TaskView' },
        samples: {
          path: '/samples',
          exact: true,
          Component: '@/components/admin/sampling/SamplesView#SamplesView',
        },
        sample: {
          path: '/samples/:id',
          Component: '@/components/admin/sampling/SamplesView#SampleView',
        },
        alerts: { path: '/alerts', Component: '@/components/admin/demand/AlertList#AlertList' },
        units: {
          path: '/units',
          exact: true,
          Component: '@/components/admin/units/UnitsView#UnitsView',
        },
        unit: { path: '/units/:id', Component: '@/components/admin/units/UnitView#UnitView' },
        handover: {
          path: '/handover',
          Component: '@/components/admin/handover/HandoverView#HandoverView',
        },
        site: { path: '/site', Component: '@/components/admin/site/SiteView#SiteView' },
        import: {
          path: '/import',
          Component: '@/components/admin/importing/ImportView#ImportView',
        },
        consulted: {
          path: '/consulted/:library/:id',
          Component: '@/components/admin/entry/EntryView#ConsultedView',
        },
      },
    },
  },
  i18n: { supportedLanguages: { zh, en }, fallbackLanguage: 'zh', translations: payloadTexts },
  graphQL: { disable: true },
  telemetry: false,
  logger,
  loggingLevels,
  maxDepth: 2,
  cors: [],
  typescript: { outputFile: `${process.cwd()}/src/payload-types.ts` },
}

export default guardEndpoints(chosenDatabase().then((db) => buildConfig({ ...parts, db })))
