import { EntryNotice as EntryNotice_8becd56ac7580648877d9aeb83d2ee16 } from '@/components/admin/entry/EntryNotice'
import { MissingFields as MissingFields_4211413c247b7083593c7063c798eccf } from '@/components/admin/entry/MissingFields'
import { FieldHints as FieldHints_789e5f81a1970941699bd7d5e79a79ab } from '@/components/admin/entry/FieldHints'
import { SimilarEntries as SimilarEntries_0c2b3ab694e33f63b298863fb3f2222b } from '@/components/admin/SimilarEntries'
import { SummaryCount as SummaryCount_789e5f81a1970941699bd7d5e79a79ab } from '@/components/admin/entry/FieldHints'
import { ChoiceField as ChoiceField_3d45686b6a5787bddb9093c8997c147e } from '@/components/admin/fields'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { PartFeatureClient as PartFeatureClient_413e670f4b577e90cb10015ead188b90 } from '@/components/admin/text/features'
import { TableFeatureClient as TableFeatureClient_413e670f4b577e90cb10015ead188b90 } from '@/components/admin/text/features'
import { PictureFeatureClient as PictureFeatureClient_413e670f4b577e90cb10015ead188b90 } from '@/components/admin/text/features'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WritingFeatureClient as WritingFeatureClient_413e670f4b577e90cb10015ead188b90 } from '@/components/admin/text/features'
import { MarginNotes as MarginNotes_789e5f81a1970941699bd7d5e79a79ab } from '@/components/admin/entry/FieldHints'
import { TextHints as TextHints_789e5f81a1970941699bd7d5e79a79ab } from '@/components/admin/entry/FieldHints'
import { ServiceBlocks as ServiceBlocks_4211413c247b7083593c7063c798eccf } from '@/components/admin/entry/MissingFields'
import { DayField as DayField_3d45686b6a5787bddb9093c8997c147e } from '@/components/admin/fields'
import { BasedOn as BasedOn_c49fd4dc7d65a1b2c14229fb28db76cd } from '@/components/admin/entry/BasedOn'
import { Attachments as Attachments_2dd2595651131c54885b55d14211b33a } from '@/components/admin/entry/Attachments'
import { ForCounty as ForCounty_2b8ae9cbc757ffbbc4ee9fe03a29f874 } from '@/components/admin/entry/ForCounty'
import { HistoryField as HistoryField_38c5ccb6194ea8e112d3210fac98d10a } from '@/components/admin/entry/History'
import { NewTitle as NewTitle_3eaf1cae8defb54c3dc2903fb3cdb2a6 } from '@/components/admin/records/NewTitle'
import { PreviewButton as PreviewButton_0705aa470dd56347a5910bd098439c51 } from '@/components/admin/PreviewButton'
import { StepButtons as StepButtons_0d0e0b42785dcaa67412777246130bc5 } from '@/components/admin/StepButtons'
import { SaveButton as SaveButton_06187489a648c427631d35d159a21a5d } from '@/components/admin/SaveButton'
import { EntryView as EntryView_7c023990fd5ef354cd5ab2fddea9f17e } from '@/components/admin/entry/EntryView'
import { OwnPassword as OwnPassword_e2cd0251755a9651ce39f3c7bce1b3eb } from '@/components/admin/telling/AccountPanels'
import { AccountPanels as AccountPanels_e2cd0251755a9651ce39f3c7bce1b3eb } from '@/components/admin/telling/AccountPanels'
import { TermTrial as TermTrial_dfad263744856c587c5ff2dc6ba5ad5f } from '@/components/admin/searching/Trial'
import { EntryField as EntryField_e47d24d8b466a34fe582889b74c7442f } from '@/components/admin/steps/fields'
import { PlacementTrial as PlacementTrial_dfad263744856c587c5ff2dc6ba5ad5f } from '@/components/admin/searching/Trial'
import { NoticeField as NoticeField_970beac220ff0c23a5604caee83606bf } from '@/components/admin/holidays/NoticeField'
import { RestingEntries as RestingEntries_daec8bd360c7a563f407751206cd1ae7 } from '@/components/admin/tasks/RestingEntries'
import { SkipLink as SkipLink_bfd7e560a6554d4c0fe6234ad4e0a110 } from '@/components/admin/frameParts'
import { IdleLock as IdleLock_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { DemoNotice as DemoNotice_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { DelegationNotice as DelegationNotice_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { ToastNames as ToastNames_bfd7e560a6554d4c0fe6234ad4e0a110 } from '@/components/admin/frameParts'
import { Icon as Icon_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { Logo as Logo_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { Bell as Bell_b6d8bf4872460439ac1a34afdc048c91 } from '@/components/admin/messages/Bell'
import { NavLinks as NavLinks_369a8e495e9af211822a69b9efe652b1 } from '@/components/admin/frame'
import { Dashboard as Dashboard_0e7b23c75ea046975e1784ba01f82886 } from '@/components/admin/Dashboard'
import { Account as Account_a36855ebab7f506c62e4f9af88b68297 } from '@/components/admin/account/Account'
import { ListView as ListView_7fd7dfc56b248068b79bb6ff9c4054ba } from '@/components/admin/list/ListView'
import { AuditRecord as AuditRecord_ccfca98513e34efad4ba4c4dff74c02d } from '@/components/admin/audit/AuditRecord'
import { VersionsView as VersionsView_9656edf86ff5501d698b9abe485ccdd3 } from '@/components/admin/versions/VersionsView'
import { VersionView as VersionView_9656edf86ff5501d698b9abe485ccdd3 } from '@/components/admin/versions/VersionsView'
import { InboxView as InboxView_dee95dcd565b30ff820646ec574e4130 } from '@/components/admin/inbox/InboxView'
import { MessagesView as MessagesView_7d7adb5b98fbfee90009e74d8e958678 } from '@/components/admin/messages/MessagesView'
import { ViewList as ViewList_51a421aaa9a4e61917b521a341074aa1 } from '@/components/admin/views/ViewList'
import { PromotionView as PromotionView_2f7bfa0f8ae3881ae7172e4b8146644b } from '@/components/admin/promotion/PromotionView'
import { SearchList as SearchList_a1ff26f4e62e70fa66a406703f29b7cb } from '@/components/admin/views/SearchList'
import { StatisticsView as StatisticsView_abb5f63a5cdb34dac29d77bd1dc66db4 } from '@/components/admin/statistics/StatisticsView'
import { ReportsView as ReportsView_cbcb6587d485807eb3ba5fd1cd21274c } from '@/components/admin/statistics/ReportsView'
import { ReportView as ReportView_3e36b2cd68c1a2019edfa82991d2244d } from '@/components/admin/statistics/ReportView'
import { RowsView as RowsView_33af9b0160bb3d391d8ea174cad736a2 } from '@/components/admin/statistics/RowsView'
import { TaskList as TaskList_ba70dbb3f62f538618bb9025d0a1527c } from '@/components/admin/tasks/TaskList'
import { TaskView as TaskView_3f32e643eaa7f10f6ce291eadc296dee } from '@/components/admin/tasks/TaskView'
import { SamplesView as SamplesView_e9fdc5dc5d9aebb7a4d8f7f0b8aaef4d } from '@/components/admin/sampling/SamplesView'
import { SampleView as SampleView_e9fdc5dc5d9aebb7a4d8f7f0b8aaef4d } from '@/components/admin/sampling/SamplesView'
import { AlertList as AlertList_690f5e27bf91935df03be76192dd2f02 } from '@/components/admin/demand/AlertList'
import { UnitsView as UnitsView_6cf8c1543e3a83a2e20d8f2bfefd1c37 } from '@/components/admin/units/UnitsView'
import { UnitView as UnitView_847bd127bdf88aa22b1bc7df972fc06a } from '@/components/admin/units/UnitView'
import { HandoverView as HandoverView_65d844b3ea54e1b7fb7521f3054fabd2 } from '@/components/admin/handover/HandoverView'
import { SiteView as SiteView_45ac80b20a12473317fa695f196f680b } from '@/components/admin/site/SiteView'
import { ImportView as ImportView_0936aaeed326eead8cbf6f587c2151e5 } from '@/components/admin/importing/ImportView'
import { ConsultedView as ConsultedView_7c023990fd5ef354cd5ab2fddea9f17e } from '@/components/admin/entry/EntryView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/components/admin/entry/EntryNotice#EntryNotice": EntryNotice_8becd56ac7580648877d9aeb83d2ee16,
  "@/components/admin/entry/MissingFields#MissingFields": MissingFields_4211413c247b7083593c7063c798eccf,
  "@/components/admin/entry/FieldHints#FieldHints": FieldHints_789e5f81a1970941699bd7d5e79a79ab,
  "@/components/admin/SimilarEntries#SimilarEntries": SimilarEntries_0c2b3ab694e33f63b298863fb3f2222b,
  "@/components/admin/entry/FieldHints#SummaryCount": SummaryCount_789e5f81a1970941699bd7d5e79a79ab,
  "@/components/admin/fields#ChoiceField": ChoiceField_3d45686b6a5787bddb9093c8997c147e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@/components/admin/text/features#PartFeatureClient": PartFeatureClient_413e670f4b577e90cb10015ead188b90,
  "@/components/admin/text/features#TableFeatureClient": TableFeatureClient_413e670f4b577e90cb10015ead188b90,
  "@/components/admin/text/features#PictureFeatureClient": PictureFeatureClient_413e670f4b577e90cb10015ead188b90,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/components/admin/text/features#WritingFeatureClient": WritingFeatureClient_413e670f4b577e90cb10015ead188b90,
  "@/components/admin/entry/FieldHints#MarginNotes": MarginNotes_789e5f81a1970941699bd7d5e79a79ab,
  "@/components/admin/entry/FieldHints#TextHints": TextHints_789e5f81a1970941699bd7d5e79a79ab,
  "@/components/admin/entry/MissingFields#ServiceBlocks": ServiceBlocks_4211413c247b7083593c7063c798eccf,
  "@/components/admin/fields#DayField": DayField_3d45686b6a5787bddb9093c8997c147e,
  "@/components/admin/entry/BasedOn#BasedOn": BasedOn_c49fd4dc7d65a1b2c14229fb28db76cd,
  "@/components/admin/entry/Attachments#Attachments": Attachments_2dd2595651131c54885b55d14211b33a,
  "@/components/admin/entry/ForCounty#ForCounty": ForCounty_2b8ae9cbc757ffbbc4ee9fe03a29f874,
  "@/components/admin/entry/History#HistoryField": HistoryField_38c5ccb6194ea8e112d3210fac98d10a,
  "@/components/admin/records/NewTitle#NewTitle": NewTitle_3eaf1cae8defb54c3dc2903fb3cdb2a6,
  "@/components/admin/PreviewButton#PreviewButton": PreviewButton_0705aa470dd56347a5910bd098439c51,
  "@/components/admin/StepButtons#StepButtons": StepButtons_0d0e0b42785dcaa67412777246130bc5,
  "@/components/admin/SaveButton#SaveButton": SaveButton_06187489a648c427631d35d159a21a5d,
  "@/components/admin/entry/EntryView#EntryView": EntryView_7c023990fd5ef354cd5ab2fddea9f17e,
  "@/components/admin/telling/AccountPanels#OwnPassword": OwnPassword_e2cd0251755a9651ce39f3c7bce1b3eb,
  "@/components/admin/telling/AccountPanels#AccountPanels": AccountPanels_e2cd0251755a9651ce39f3c7bce1b3eb,
  "@/components/admin/searching/Trial#TermTrial": TermTrial_dfad263744856c587c5ff2dc6ba5ad5f,
  "@/components/admin/steps/fields#EntryField": EntryField_e47d24d8b466a34fe582889b74c7442f,
  "@/components/admin/searching/Trial#PlacementTrial": PlacementTrial_dfad263744856c587c5ff2dc6ba5ad5f,
  "@/components/admin/holidays/NoticeField#NoticeField": NoticeField_970beac220ff0c23a5604caee83606bf,
  "@/components/admin/tasks/RestingEntries#RestingEntries": RestingEntries_daec8bd360c7a563f407751206cd1ae7,
  "@/components/admin/frameParts#SkipLink": SkipLink_bfd7e560a6554d4c0fe6234ad4e0a110,
  "@/components/admin/frame#IdleLock": IdleLock_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/frame#DemoNotice": DemoNotice_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/frame#DelegationNotice": DelegationNotice_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/frameParts#ToastNames": ToastNames_bfd7e560a6554d4c0fe6234ad4e0a110,
  "@/components/admin/frame#Icon": Icon_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/frame#Logo": Logo_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/messages/Bell#Bell": Bell_b6d8bf4872460439ac1a34afdc048c91,
  "@/components/admin/frame#NavLinks": NavLinks_369a8e495e9af211822a69b9efe652b1,
  "@/components/admin/Dashboard#Dashboard": Dashboard_0e7b23c75ea046975e1784ba01f82886,
  "@/components/admin/account/Account#Account": Account_a36855ebab7f506c62e4f9af88b68297,
  "@/components/admin/list/ListView#ListView": ListView_7fd7dfc56b248068b79bb6ff9c4054ba,
  "@/components/admin/audit/AuditRecord#AuditRecord": AuditRecord_ccfca98513e34efad4ba4c4dff74c02d,
  "@/components/admin/versions/VersionsView#VersionsView": VersionsView_9656edf86ff5501d698b9abe485ccdd3,
  "@/components/admin/versions/VersionsView#VersionView": VersionView_9656edf86ff5501d698b9abe485ccdd3,
  "@/components/admin/inbox/InboxView#InboxView": InboxView_dee95dcd565b30ff820646ec574e4130,
  "@/components/admin/messages/MessagesView#MessagesView": MessagesView_7d7adb5b98fbfee90009e74d8e958678,
  "@/components/admin/views/ViewList#ViewList": ViewList_51a421aaa9a4e61917b521a341074aa1,
  "@/components/admin/promotion/PromotionView#PromotionView": PromotionView_2f7bfa0f8ae3881ae7172e4b8146644b,
  "@/components/admin/views/SearchList#SearchList": SearchList_a1ff26f4e62e70fa66a406703f29b7cb,
  "@/components/admin/statistics/StatisticsView#StatisticsView": StatisticsView_abb5f63a5cdb34dac29d77bd1dc66db4,
  "@/components/admin/statistics/ReportsView#ReportsView": ReportsView_cbcb6587d485807eb3ba5fd1cd21274c,
  "@/components/admin/statistics/ReportView#ReportView": ReportView_3e36b2cd68c1a2019edfa82991d2244d,
  "@/components/admin/statistics/RowsView#RowsView": RowsView_33af9b0160bb3d391d8ea174cad736a2,
  "@/components/admin/tasks/TaskList#TaskList": TaskList_ba70dbb3f62f538618bb9025d0a1527c,
  "@/components/admin/tasks/TaskView#TaskView": TaskView_3f32e643eaa7f10f6ce291eadc296dee,
  "@/components/admin/sampling/SamplesView#SamplesView": SamplesView_e9fdc5dc5d9aebb7a4d8f7f0b8aaef4d,
  "@/components/admin/sampling/SamplesView#SampleView": SampleView_e9fdc5dc5d9aebb7a4d8f7f0b8aaef4d,
  "@/components/admin/demand/AlertList#AlertList": AlertList_690f5e27bf91935df03be76192dd2f02,
  "@/components/admin/units/UnitsView#UnitsView": UnitsView_6cf8c1543e3a83a2e20d8f2bfefd1c37,
  "@/components/admin/units/UnitView#UnitView": UnitView_847bd127bdf88aa22b1bc7df972fc06a,
  "@/components/admin/handover/HandoverView#HandoverView": HandoverView_65d844b3ea54e1b7fb7521f3054fabd2,
  "@/components/admin/site/SiteView#SiteView": SiteView_45ac80b20a12473317fa695f196f680b,
  "@/components/admin/importing/ImportView#ImportView": ImportView_0936aaeed326eead8cbf6f587c2151e5,
  "@/components/admin/entry/EntryView#ConsultedView": ConsultedView_7c023990fd5ef354cd5ab2fddea9f17e,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
