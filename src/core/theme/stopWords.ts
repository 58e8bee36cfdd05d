/**
 * Words that tell nothing alone: those that join others in English and German, and those that stand in nearly every feedback. They part
 * phrases from each other.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost along already also although always am among an and another any anybody
anyone anything are aren't around as ask asked at away back be became because become been before began begin behind being below
between both bring but by call came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during each
either else enough especially etc even ever every everybody everyone everything far few find first for from full further gave get
gets getting give given gives go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's help helped helpful
helps her here hers herself him himself his how however i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its itself
just keep keeps kept kind knew know known last later least less let let's like liked little look looked looks lot lots love loved
made make makes making many may maybe me mean means might mine more most much must my myself near nearly need needed needs never
next no nobody none nor not nothing now of off often oh ok okay on once one ones only onto or other others ought our ours ourselves out
over own part per perhaps please put quite rather really said same saw say says second see seem seemed seems seen shall she she'd
she'll she's should shouldn't show showed since so some somebody someone something sometimes somewhere soon still such take taken
takes tell than thank thanks that that's the their theirs them themselves then there there's these they they'd they'll they're
they've thing things think this those though thought three through till time times to today together told too took toward towards
tried try two under until up upon us use used using usually very via want wanted wants was wasn't way ways we we'd we'll we're we've
well went were weren't what what's when where whether which while who who's whole whom whose why will with within without won't word
words work worked works would wouldn't yes yet you you'd you'll you're you've your yours yourself
amazing awesome bad best better big cool easy excellent fine glad good great hard important nice perfect small super sure useful
wonderful bit day days feel feels felt happy moment people person point week weeks
aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist da dabei dadurch damit danach
dann daran darauf darin darüber das dass davon dazu dein deine dem den denn der des deshalb die dies diese diesem diesen dieser dieses
doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure für ganz gar gegen gemacht gern gerne gewesen gibt ging
gut gute guten hab habe haben hast hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem
jeden jeder jedes jetzt kann kannst kein keine keinen können könnte man manchmal mehr mein meine meinem meinen meiner mich mir mit
muss müssen nach nicht nichts noch nun nur ob oder oft ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sodass
solche soll sollte sondern sonst um und uns unser unsere unter viel viele vielleicht vom von vor wann war waren warum was weil weiter
welche wenn wer werde werden wie wieder will wir wird wirklich wo wurde wurden würde zu zum zur zwei zwischen über`.split(
    /\s+/,
  ),
);
