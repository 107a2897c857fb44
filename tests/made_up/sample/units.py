"""The invented works, farms and schools of the sample library, and what is said of such places."""

# ruff: noqa: E501 (one sentence a line)

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

# Name / Korean | sort of place | province / Korean | manager : Hangul | next manager : Hangul, since year
UNITS = """
Saesol Cement Complex/새솔세멘트련합기업소|cement|North Unpyong Province/북은평도|Kwon Il Ryong:권일룡|To Myong Sik:도명식,2022
Okpo Youth Coal Mine/옥포청년탄광|mine|South Chongsu Province/남청수도|Ra Sok Chol:라석철|Mun Chang Ho:문창호,2021
Kumran Vegetable Farm/금란남새농장|greenhouse|Ryonghung City/룡흥시|Kye Jong Suk:계정숙|Kye Jong Suk:계정숙,2030
Ryonpho Greenhouse Farm/련포온실농장|greenhouse|South Chongsu Province/남청수도|Phyo Kwang Nam:표광남|Ok Hyon Ju:옥현주,2023
Unpyong Textile Mill/은평방직공장|textile|North Unpyong Province/북은평도|Sok Un Hui:석은희|Pang Sun Ok:방순옥,2022
Chilsong Machine Plant/칠성기계공장|machine|Ryonghung City/룡흥시|Tong Chol Jin:동철진|Ham Sang Ho:함상호,2021
Mubong Fishery Station/무봉수산사업소|fish|East Coast Province/동해안도|Ma Ryong Ho:마룡호|Yu Kwang Su:유광수,2022
Unsong Shipyard/은성조선소|ship|East Coast Province/동해안도|Pi Hak Chol:피학철|Pi Hak Chol:피학철,2030
Songha Steel Works/송하제강소|steel|South Chongsu Province/남청수도|Wi Sung Min:위승민|Jo Ryong Gil:조룡길,2020
Sangnam Foodstuff Factory/상남식료공장|food|Ryonghung City/룡흥시|Pyon Myong Ok:변명옥|Cha Un Gyong:차은경,2022
Paeksong Footwear Factory/백송신발공장|shoes|North Unpyong Province/북은평도|No Kyong Suk:로경숙|No Kyong Suk:로경숙,2030
Tokpo Children's Hospital/덕포아동병원|hospital|Ryonghung City/룡흥시|Rim Chun Hwa:림춘화|Sin Kyong A:신경아,2021
Taeryong Middle School/태룡중학교|school|Ryonghung City/룡흥시|An Chol Min:안철민|An Chol Min:안철민,2030
Hyangsan Tree Nursery/향산양묘장|trees|North Unpyong Province/북은평도|U Song Gun:우성근|Kuk Ryon Ok:국련옥,2023
Chongsu Power Station No. 3/청수3호발전소|power|South Chongsu Province/남청수도|Yang Thae Min:양태민|Ju Il Guk:주일국,2022
Sinpha Cooperative Farm/신파협동농장|farm|East Coast Province/동해안도|Om Pong Nam:엄봉남|Han Ryon Hui:한련희,2021
Wolbong Cooperative Farm/월봉협동농장|farm|North Unpyong Province/북은평도|Kim Kil Nyo:김길녀|Kim Kil Nyo:김길녀,2030
Pyoksan Fertilizer Plant/벽산비료공장|fertilizer|South Chongsu Province/남청수도|Hong Sang Ryol:홍상렬|Pak Jong Guk:박정국,2023
Rimchon Garment Factory/림천피복공장|textile|Ryonghung City/룡흥시|Jang Ok Byol:장옥별|Ryu Mi Hyang:류미향,2020
Ponghwa Railway Wagon Factory/봉화철도차량공장|machine|East Coast Province/동해안도|Choe Tu Man:최두만|Choe Tu Man:최두만,2030
"""

# sort: what is looked at | what is asked for | what was achieved | Korean: looked at | Korean: asked for | Korean: achieved
SORTS = """
cement: the rotary kilns rebuilt with local refractories; the pulverised-coal feeder and the control room; the quarry, where heavy trucks come and go without rest| to turn out cement of high mark for the building sites of dwelling houses; to settle the question of packing bags at home; to keep the dust away from the town| brought the second kiln up to full capacity; cut coal consumption for each ton by one tenth; carried hundreds of thousands of tons of limestone over the conveyor line|개건된 소성로;종합조종실|고마르카세멘트를 더 많이 생산할데 대한 과업;포장지를 자체로 해결할데 대한 과업|소성로의 가동률을 높이였다;석탄소비를 줄이였다
mine: the new gallery at a depth of 420 metres; the coal-cutting machines and the long conveyor; the miners' sanatorium and the canteen| to give priority to tunnelling so as to have reserves of coal for three months; to ensure safety underground with sensors made at home; to send more coal to thermal power stations before winter| fulfilled the half-yearly plan three weeks early; opened two more coal faces; raised the speed of tunnelling one and a half times|새로 꾸린 막장;탄부들의 휴양소|굴진을 앞세울데 대한 과업;화력발전소들에 더 많은 석탄을 보낼데 대한 과업|상반년계획을 앞당겨 끝냈다;새 채탄장을 마련하였다
greenhouse: rows of cucumbers and tomatoes in solar-heated glasshouses; the nursery of seedlings and the compost yard; the control room where temperature and moisture are read| to supply fresh vegetables all the year round; to breed varieties that stand low light; to make the farm a model which other provinces may copy| supplied the citizens with 30 tons of vegetables a day; brought the use of heating coal down to nothing on sunny days; grew mushrooms and strawberries on a trial basis|오이와 도마도가 자라는 온실호동들;모를 키우는 모판장|사철 신선한 남새를 공급할데 대한 과업;새 품종을 육종할데 대한 과업|남새생산량을 늘이였다;버섯과 딸기를 시험재배하였다
textile: the spinning and weaving processes; the dyeing workshop with its closed water circuit; the weavers' hostel, where a reading room was newly fitted| to increase the range of colours and patterns; to produce school uniforms for the coming term without fail; to put an end to wasteful handling of yarn| wove tens of thousands of metres beyond the plan; dyed cloth with colours won from local plants; trained one hundred multi-machine tenders|방적직장과 직포직장;직포공들의 합숙|천의 색갈과 무늬를 다양하게 할데 대한 과업;교복생산을 보장할데 대한 과업|수만m의 천을 더 짰다;다기대운동으로 실적을 올리였다
machine: the flexible processing line; the assembly workshop, where harvesters were lined up; the room of inventions made by workers| to manufacture farm machines in good time for the season; to raise the precision of parts; to breathe with the latest science and technology| assembled 60 machines for field work; made a five-axis machining centre; regained old cutting tools by a new coating method|가공직장과 조립직장;로동자들이 창안한 설비들|농기계를 제철에 생산할데 대한 과업;부속품의 정밀도를 높일데 대한 과업|농기계 60대를 조립하였다;새 가공중심반을 제작하였다
fish: the quay, at which boats were unloading mackerel; the refrigerator and the smoking plant; the net-mending room| to launch into winter fishing with well-repaired boats; to raise more scallops and sea cucumbers inshore; to see that fish reaches nurseries and old people's homes| landed a hundred tons in a single day; built three boats by their own efforts; set up a shellfish bed of 40 hectares|물고기를 부리우는 부두;랭동공장|겨울철물고기잡이를 힘있게 벌릴데 대한 과업;바다가양식을 늘일데 대한 과업|하루에 100t의 물고기를 잡았다;자체로 고기배를 무었다
ship: the slipway with a cargo vessel of five thousand tons; the hull-cutting workshop; the lofting floor, now replaced by computers| to build passenger ships that people like to travel in; to introduce block assembly; to save welding rods| launched a dredger ahead of the set date; repaired eleven fishing vessels in the dead season; shortened hull assembly to 70 days|선대에 오른 화물선;선체가공직장|려객선을 잘 무을데 대한 과업;블로크조립방법을 받아들일데 대한 과업|준첩선을 앞당겨 진수하였다;고기배들을 수리하였다
steel: the electric furnaces; the rolling line, which now runs on oxygen from a new separator; the workers' bathhouse and the mushroom hall| to turn out more rolled steel for bridges; to use scrap that lies idle; to lengthen the life of furnace linings| tapped 40 heats more than planned; finished the repair of the big furnace in twelve days; rolled rails of a new section|전기로;압연직장|교량용강재를 더 많이 생산할데 대한 과업;파철을 리용할데 대한 과업|쇠물을 계획보다 더 뽑았다;전기로보수를 12일동안에 끝냈다
food: the noodle line and the bakery; the tasting room, where customers put down their remarks; the laboratory| to lower the cost without lowering the taste; to make more sweets for children in the mountains; to use acorns and wild berries| put eighteen new kinds of biscuits on sale; won the first prize at the national foodstuff show; doubled the output of soy sauce|국수생산흐름선;빵직장|어린이식료품을 더 많이 생산할데 대한 과업;원가를 낮출데 대한 과업|새 과자 18종을 내놓았다;간장생산을 2배로 늘이였다
shoes: the casting of soles; the designers' room with models for every season; the shop next to the gate, crowded with customers| to make shoes light, strong and beautiful; to listen to the voice of those who wear them; to build up the brand of the factory| made forty thousand pairs of winter boots; reduced returns to almost none; opened a stall in five more counties|신발창직장;도안실|가볍고 질좋은 신발을 생산할데 대한 과업;상표를 잘 만들데 대한 과업|겨울신발 4만컬레를 생산하였다;새 매대를 열었다
hospital: the operating theatre and the intensive care ward; the telemedicine room, linked with county hospitals; the playroom on the sunny side| to treat children with their mothers' hearts; to train more specialists for the counties; to make light medical instruments at home| held two hundred consultations by telemedicine; healed a boy with grave burns after 17 operations; brought out a handbook for family doctors|수술장과 집중치료실;먼거리의료봉사실|어머니의 심정으로 치료할데 대한 과업;전문의사들을 더 많이 키울데 대한 과업|먼거리협의진단을 200차 진행하였다;화상입은 어린이를 소생시켰다
school: the laboratories and the swimming pool; a lesson of physics in the third form; the wall of graduates who went on to become scientists| to foster a spirit of inquiry; to have every pupil master one musical instrument and one sport; to renew the textbooks of natural science| produced three winners of the national olympiad of mathematics; planted an orchard behind the school; set up a weather station run by pupils|실험실과 수영장;물리수업|탐구정신을 키워줄데 대한 과업;교수방법을 개선할데 대한 과업|수학올림픽 우승자 3명을 배출하였다;기상관측소를 꾸렸다
trees: beds of larch and pine seedlings; the seed store and the sprinkler network; the hall in which foresters from the counties attend courses| to send saplings of good species to every county; to make a forest map with satellites; to watch over every sapling for three years| raised five million saplings; planted white birch along the new road; lost hardly one sapling in a hundred|나무모밭;종자보관고|좋은 수종의 나무모를 더 많이 생산할데 대한 과업;사름률을 높일데 대한 과업|500만그루의 나무모를 키웠다;새 도로에 봇나무를 심었다
power: the dam crest and the spillway; the generator hall; the fish ladder| to finish the third generator by the holiday; to look ahead and survey the next dam site; to save every kilowatt-hour| synchronised the third generator with the grid; placed 90,000 cubic metres of concrete; repaired the sluice gates before the rainy season|언제;발전기실|3호발전기조립을 명절전으로 끝낼데 대한 과업;전력을 극력 절약할데 대한 과업|3호발전기를 전력계통에 병렬시켰다;콩크리트 9만㎥를 쳤다
farm: fields of early-ripening rice; the threshing floor and the machine station; newly-built houses at the foot of the hill| to finish harvesting and threshing before frost; to farm by the methods of science; to look after those who lost crops to the flood| gathered six tons of rice a hectare; threshed ten days earlier than last year; levelled and joined small plots into large ones|벼이삭 설레이는 포전;탈곡장|가을걷이와 낟알털기를 제때에 끝낼데 대한 과업;과학농사를 할데 대한 과업|정보당 6t의 벼를 거두었다;탈곡을 열흘 앞당겨 끝냈다
fertilizer: the gasifier fed with anthracite; the granulating tower; the loading yard with its own siding| to send nitrogenous fertilizer to farms before top-dressing; to recover waste heat; to prepare spare catalysts| sent 20,000 tons of fertilizer to the farms; kept the gasifier running 120 days without stopping; made its own catalysts|가스발생로;입도공정|비료를 제때에 농촌에 보낼데 대한 과업;페열을 회수리용할데 대한 과업|비료 2만t을 농촌에 보냈다;촉매를 자체로 생산하였다
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A place of work: whom it has for a manager, and what is said of its like."""

    name: str
    name_ko: str
    sort: str
    province: str
    province_ko: str
    managers: tuple[tuple[int, str, str], ...]  # since year, name, Hangul
    says: dict[str, tuple[str, ...]]  # look, ask, done, look_ko, ask_ko, done_ko

    def manager(self, year: int, language: str) -> str:
        _, name, name_ko = [row for row in self.managers if row[0] <= year][-1]
        return name if language == "en" else name_ko


@cache
def units() -> tuple[Unit, ...]:
    """Read the units with the sentences of their sort."""
    sorts = {}
    for line in SORTS.strip().splitlines():
        sort, rest = line.split(":", 1)
        keys = ("look", "ask", "done", "look_ko", "ask_ko", "done_ko")
        parts = [tuple(s.strip() for s in part.split(";")) for part in rest.split("|")]
        sorts[sort] = dict(zip(keys, parts, strict=True))
    found = []
    for line in UNITS.strip().splitlines():
        names, sort, provinces, first, then = line.split("|")
        name, name_ko = names.split("/")
        province, province_ko = provinces.split("/")
        next_one, since = then.split(",")
        managers = ((0, *first.split(":")), (int(since), *next_one.split(":")))
        found.append(Unit(name, name_ko, sort, province, province_ko, managers, sorts[sort]))  # type: ignore[arg-type]
    return tuple(found)
