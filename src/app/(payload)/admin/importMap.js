import { EntryNotice as EntryNotice_8becd56ac7580648877d9aeb83d2ee16 } from '@/components/admin/entry/EntryNotice'
import { MissingFields as MissingFields_4211413c247b7083593c7063c798eccf } from '@/components/admin/entry/MissingFields'
import { NodeCell as NodeCell_40b4f7aa0c2deaed854bf8efeed12ff2 } from '@/components/admin/list/NodeCell'
import { SimilarEntries as SimilarEntries_0c2b3ab694e33f63b298863fb3f2222b } from '@/components/admin/SimilarEntries'
import { ChoiceCell as ChoiceCell_a3e8bc76a2c857b1f403fd1dcea33db9 } from '@/components/admin/ChoiceCell'
import { ChoiceField as ChoiceField_256cdb8e984dec476656e9aca670a33f } from '@/components/admin/ChoiceField'
import { ValueDiff as ValueDiff_0ce334de2bf696a47f20082abe1c1413 } from '@/components/admin/ValueDiff'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ServiceBlocks as ServiceBlocks_f0f13775366044e6d94252295cbe2182 } from '@/components/admin/entry/ServiceBlocks'
import { NoDiff as NoDiff_5a28b83168b15f6b3896881e2fb47550 } from '@/components/admin/NoDiff'
import { StateCell as StateCell_ac0ac31e8146029bada4cffd9ea857a4 } from '@/components/admin/StateCell'
import { DeletionCell as DeletionCell_9ac7b668667fd5396810827aa5f6a160 } from '@/components/admin/list/DeletionCell'
import { ViewsCell as ViewsCell_5e73259f17a553b15dded94845e00d4f } from '@/components/admin/list/ViewsCell'
import { PublishedCell as PublishedCell_80caa8ede397c72bda691ef73e9fa460 } from '@/components/admin/list/PublishedCell'
import { MomentCell as MomentCell_ca4784ceef30f29c759b6cd90bbd1529 } from '@/components/admin/MomentCell'
import { KeeperCell as KeeperCell_dd7f75963d726673715bd42b68a0572b } from '@/components/admin/list/KeeperCell'
import { HistoryField as HistoryField_9f11ae09dd6d8dda65fca2b90ccbdc81 } from '@/components/admin/entry/HistoryField'
import { ListBar as ListBar_cafb8aed240de3710aa571db1c0374a7 } from '@/components/admin/list/ListBar'
import { KeeperFilter as KeeperFilter_177546a70cefe28a534c1ee79535d824 } from '@/components/admin/list/KeeperFilter'
import { PreviewButton as PreviewButton_0705aa470dd56347a5910bd098439c51 } from '@/components/admin/PreviewButton'
import { StepButtons as StepButtons_0d0e0b42785dcaa67412777246130bc5 } from '@/components/admin/StepButtons'
import { SaveButton as SaveButton_06187489a648c427631d35d159a21a5d } from '@/components/admin/SaveButton'
import { EntryView as EntryView_7c023990fd5ef354cd5ab2fddea9f17e } from '@/components/admin/entry/EntryView'
import { NodeTree as NodeTree_259cca0962387ea1ba5901397d711e46 } from '@/components/admin/NodeTree'
import { OwnPassword as OwnPassword_cf44596494a95b6977fd3eeb30854f02 } from '@/components/admin/OwnPassword'
import { AccountPanels as AccountPanels_e2cd0251755a9651ce39f3c7bce1b3eb } from '@/components/admin/telling/AccountPanels'
import { ActiveCell as ActiveCell_7a0747524c1af630a1fa34ce9e62a2f6 } from '@/components/admin/ActiveCell'
import { PeopleList as PeopleList_2da11822bf2f1477c342c745486f9ab8 } from '@/components/admin/people/PeopleList'
import { TermTrial as TermTrial_4967bd3e7c4bb15682b87892c9908d40 } from '@/components/admin/searching/TermTrial'
import { EntryField as EntryField_c9517abe06c330e06c39ed786520ddd8 } from '@/components/admin/searching/EntryField'
import { PlacementTrial as PlacementTrial_73aca825570266b44b388e1120dc040f } from '@/components/admin/searching/PlacementTrial'
import { AuditActionCell as AuditActionCell_f5eee86c2fbfd1f3ac9653f471b23b20 } from '@/components/admin/AuditActionCell'
import { MailNotice as MailNotice_b9503d6534ff14396d523eac78f42986 } from '@/components/admin/MailNotice'
import { DemoNotice as DemoNotice_c08694acdf2998c8f366009c0c66a711 } from '@/components/admin/DemoNotice'
import { DelegationNotice as DelegationNotice_0a635b6adec1f99beb24017049373c1c } from '@/components/admin/telling/DelegationNotice'
import { Icon as Icon_a44df17d0fc3dcd873dae43dc3bf66bd } from '@/components/admin/Logo'
import { Logo as Logo_a44df17d0fc3dcd873dae43dc3bf66bd } from '@/components/admin/Logo'
import { Bell as Bell_b6d8bf4872460439ac1a34afdc048c91 } from '@/components/admin/messages/Bell'
import { LoginHelp as LoginHelp_0c9d089baae5605992c33c6f3d19134c } from '@/components/admin/LoginHelp'
import { NavLinks as NavLinks_efcc7fec2af44371f7fed5d0104659dd } from '@/components/admin/NavLinks'
import { Dashboard as Dashboard_0e7b23c75ea046975e1784ba01f82886 } from '@/components/admin/Dashboard'
import { InboxView as InboxView_dee95dcd565b30ff820646ec574e4130 } from '@/components/admin/inbox/InboxView'
import { MessagesView as MessagesView_7d7adb5b98fbfee90009e74d8e958678 } from '@/components/admin/messages/MessagesView'
import { UnitsView as UnitsView_6cf8c1543e3a83a2e20d8f2bfefd1c37 } from '@/components/admin/units/UnitsView'
import { UnitView as UnitView_847bd127bdf88aa22b1bc7df972fc06a } from '@/components/admin/units/UnitView'
import { HandoverView as HandoverView_65d844b3ea54e1b7fb7521f3054fabd2 } from '@/components/admin/handover/HandoverView'
import { ConsultedView as ConsultedView_10e995666dac20e98f2c15b7c16f8154 } from '@/components/admin/entry/ConsultedView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/components/admin/entry/EntryNotice#EntryNotice": EntryNotice_8becd56ac7580648877d9aeb83d2ee16,
  "@/components/admin/entry/MissingFields#MissingFields": MissingFields_4211413c247b7083593c7063c798eccf,
  "@/components/admin/list/NodeCell#NodeCell": NodeCell_40b4f7aa0c2deaed854bf8efeed12ff2,
  "@/components/admin/SimilarEntries#SimilarEntries": SimilarEntries_0c2b3ab694e33f63b298863fb3f2222b,
  "@/components/admin/ChoiceCell#ChoiceCell": ChoiceCell_a3e8bc76a2c857b1f403fd1dcea33db9,
  "@/components/admin/ChoiceField#ChoiceField": ChoiceField_256cdb8e984dec476656e9aca670a33f,
  "@/components/admin/ValueDiff#ValueDiff": ValueDiff_0ce334de2bf696a47f20082abe1c1413,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/components/admin/entry/ServiceBlocks#ServiceBlocks": ServiceBlocks_f0f13775366044e6d94252295cbe2182,
  "@/components/admin/NoDiff#NoDiff": NoDiff_5a28b83168b15f6b3896881e2fb47550,
  "@/components/admin/StateCell#StateCell": StateCell_ac0ac31e8146029bada4cffd9ea857a4,
  "@/components/admin/list/DeletionCell#DeletionCell": DeletionCell_9ac7b668667fd5396810827aa5f6a160,
  "@/components/admin/list/ViewsCell#ViewsCell": ViewsCell_5e73259f17a553b15dded94845e00d4f,
  "@/components/admin/list/PublishedCell#PublishedCell": PublishedCell_80caa8ede397c72bda691ef73e9fa460,
  "@/components/admin/MomentCell#MomentCell": MomentCell_ca4784ceef30f29c759b6cd90bbd1529,
  "@/components/admin/list/KeeperCell#KeeperCell": KeeperCell_dd7f75963d726673715bd42b68a0572b,
  "@/components/admin/entry/HistoryField#HistoryField": HistoryField_9f11ae09dd6d8dda65fca2b90ccbdc81,
  "@/components/admin/list/ListBar#ListBar": ListBar_cafb8aed240de3710aa571db1c0374a7,
  "@/components/admin/list/KeeperFilter#KeeperFilter": KeeperFilter_177546a70cefe28a534c1ee79535d824,
  "@/components/admin/PreviewButton#PreviewButton": PreviewButton_0705aa470dd56347a5910bd098439c51,
  "@/components/admin/StepButtons#StepButtons": StepButtons_0d0e0b42785dcaa67412777246130bc5,
  "@/components/admin/SaveButton#SaveButton": SaveButton_06187489a648c427631d35d159a21a5d,
  "@/components/admin/entry/EntryView#EntryView": EntryView_7c023990fd5ef354cd5ab2fddea9f17e,
  "@/components/admin/NodeTree#NodeTree": NodeTree_259cca0962387ea1ba5901397d711e46,
  "@/components/admin/OwnPassword#OwnPassword": OwnPassword_cf44596494a95b6977fd3eeb30854f02,
  "@/components/admin/telling/AccountPanels#AccountPanels": AccountPanels_e2cd0251755a9651ce39f3c7bce1b3eb,
  "@/components/admin/ActiveCell#ActiveCell": ActiveCell_7a0747524c1af630a1fa34ce9e62a2f6,
  "@/components/admin/people/PeopleList#PeopleList": PeopleList_2da11822bf2f1477c342c745486f9ab8,
  "@/components/admin/searching/TermTrial#TermTrial": TermTrial_4967bd3e7c4bb15682b87892c9908d40,
  "@/components/admin/searching/EntryField#EntryField": EntryField_c9517abe06c330e06c39ed786520ddd8,
  "@/components/admin/searching/PlacementTrial#PlacementTrial": PlacementTrial_73aca825570266b44b388e1120dc040f,
  "@/components/admin/AuditActionCell#AuditActionCell": AuditActionCell_f5eee86c2fbfd1f3ac9653f471b23b20,
  "@/components/admin/MailNotice#MailNotice": MailNotice_b9503d6534ff14396d523eac78f42986,
  "@/components/admin/DemoNotice#DemoNotice": DemoNotice_c08694acdf2998c8f366009c0c66a711,
  "@/components/admin/telling/DelegationNotice#DelegationNotice": DelegationNotice_0a635b6adec1f99beb24017049373c1c,
  "@/components/admin/Logo#Icon": Icon_a44df17d0fc3dcd873dae43dc3bf66bd,
  "@/components/admin/Logo#Logo": Logo_a44df17d0fc3dcd873dae43dc3bf66bd,
  "@/components/admin/messages/Bell#Bell": Bell_b6d8bf4872460439ac1a34afdc048c91,
  "@/components/admin/LoginHelp#LoginHelp": LoginHelp_0c9d089baae5605992c33c6f3d19134c,
  "@/components/admin/NavLinks#NavLinks": NavLinks_efcc7fec2af44371f7fed5d0104659dd,
  "@/components/admin/Dashboard#Dashboard": Dashboard_0e7b23c75ea046975e1784ba01f82886,
  "@/components/admin/inbox/InboxView#InboxView": InboxView_dee95dcd565b30ff820646ec574e4130,
  "@/components/admin/messages/MessagesView#MessagesView": MessagesView_7d7adb5b98fbfee90009e74d8e958678,
  "@/components/admin/units/UnitsView#UnitsView": UnitsView_6cf8c1543e3a83a2e20d8f2bfefd1c37,
  "@/components/admin/units/UnitView#UnitView": UnitView_847bd127bdf88aa22b1bc7df972fc06a,
  "@/components/admin/handover/HandoverView#HandoverView": HandoverView_65d844b3ea54e1b7fb7521f3054fabd2,
  "@/components/admin/entry/ConsultedView#ConsultedView": ConsultedView_10e995666dac20e98f2c15b7c16f8154,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
