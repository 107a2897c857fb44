"""The invented people of the sample library, their offices over the years, and their countries."""

# ruff: noqa: E501 (one person a line)

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

# Name : Hangul | tags | since office / Korean office; since office / Korean office; …
HOME = """
Chon Ryong Su:천룡수|leader|2019-01-01 chairman of the State Council/국가평의회 위원장; 2021-01-11 general secretary of the Party and chairman of the State Council/당총비서이며 국가평의회 위원장
Tok Su Hyon:독수현|premier top|2019-01-01 premier of the Cabinet/내각총리; 2020-08-14 vice-chairman of the State Council/국가평의회 부위원장
Rim Pok Sun:림복순|premier economy|2019-01-01 vice-premier of the Cabinet/내각부총리; 2020-08-14 premier of the Cabinet/내각총리
Kwak Chun Ung:곽춘웅|assembly top|2019-01-01 chairman of the Standing Committee of the Supreme Assembly/최고회의 상임위원회 위원장
Ryo Sang Min:려상민|assembly|2019-01-01 vice-chairman of the Standing Committee of the Supreme Assembly/최고회의 상임위원회 부위원장
Ko In Sop:고인섭|fm party|2019-01-01 foreign minister/외무상; 2022-06-11 secretary of the Central Committee/당중앙위원회 비서
Pae Un Sil:배은실|fm foreign|2019-01-01 vice-minister of Foreign Affairs/외무성 부상; 2020-04-12 first vice-minister of Foreign Affairs/외무성 제1부상; 2022-06-11 foreign minister/외무상
Kal Myong Guk:갈명국|foreign|2019-01-01 department director of the Ministry of Foreign Affairs/외무성 국장; 2020-05-02 vice-minister of Foreign Affairs/외무성 부상
Ra Ki Yong:라기용|foreign|2019-01-01 deputy department director of the Ministry of Foreign Affairs/외무성 부국장; 2022-07-04 department director of the Ministry of Foreign Affairs/외무성 국장
Im Sok Bong:임석봉|foreign|2019-01-01 ambassador to Morvania/모르바니아주재 특명전권대사; 2022-02-01 vice-minister of Foreign Affairs/외무성 부상
Wi Kum Song:위금성|foreign abroad|2019-01-01 department director of the Ministry of Foreign Affairs/외무성 국장; 2021-03-20 ambassador to Karland/카를란드주재 특명전권대사
U Jin Myong:우진명|party foreign|2019-01-01 vice director of the International Department of the Central Committee/당중앙위원회 국제부 부부장; 2021-01-11 director of the International Department of the Central Committee/당중앙위원회 국제부장
O Tok Chun:오덕춘|party|2019-01-01 department director of the Central Committee/당중앙위원회 부장; 2021-01-11 secretary of the Central Committee/당중앙위원회 비서
Pang Il Mi:방일미|party|2019-01-01 vice department director of the Central Committee/당중앙위원회 부부장; 2022-12-31 secretary of the Central Committee/당중앙위원회 비서
Cha Ryon Hui:차련희|party|2019-01-01 vice department director of the Central Committee/당중앙위원회 부부장; 2021-06-29 first vice department director of the Central Committee/당중앙위원회 제1부부장
Yu Kil Song:유길성|party|2019-01-01 vice department director of the Central Committee/당중앙위원회 부부장
Kim Hae Ryol:김해렬|party|2019-01-01 department director of the Central Committee/당중앙위원회 부장
Ryom Kwang Jo:렴광조|army|2019-01-01 General/륙군대장; 2020-10-05 Vice Marshal/차수; 2022-04-14 Marshal/원수
Ma Tong Ho:마동호|army|2019-01-01 minister of National Defence/국방상; 2021-07-05 chief of the General Staff/총참모장
Ok Sung Gil:옥승길|army|2019-01-01 chief of the General Staff/총참모장; 2021-07-05 minister of National Defence/국방상
To Sang Ik:도상익|army|2019-01-01 commander of the Navy/해군사령관
Nam Pyong Ho:남병호|army|2019-01-01 vice-minister of National Defence/국방성 부상
Kang Thaek Min:강택민|economy|2019-01-01 vice-premier and concurrently chairman of the State Planning Commission/내각부총리 겸 국가계획위원회 위원장
Pong Yong Jae:봉영재|economy|2019-01-01 minister of Coal Industry/석탄공업상; 2021-09-29 vice-premier of the Cabinet/내각부총리
Sok Chang Ryol:석창렬|economy foreign|2019-01-01 vice-minister of External Economic Relations/대외경제성 부상; 2020-01-18 minister of External Economic Relations/대외경제상
Kuk Myong Chol:국명철|economy farm|2019-01-01 minister of Agriculture/농업상; 2022-03-09 vice-premier of the Cabinet/내각부총리
Phyo Jin A:표진아|economy farm|2019-01-01 vice-minister of Agriculture/농업성 부상; 2022-03-09 minister of Agriculture/농업상
Han Chol:한철|economy|2019-01-01 minister of Metallurgical Industry/금속공업상
Pak Sol:박설|economy|2019-01-01 vice-minister of Light Industry/경공업성 부상; 2021-05-17 minister of Light Industry/경공업상
Kwon Il Jun:권일준|economy|2019-01-01 vice-minister of Building-Materials Industry/건재공업성 부상; 2023-02-20 minister of Building-Materials Industry/건재공업상
Ju Pom Sok:주범석|economy|2019-01-01 minister of Railways/철도상
Jang Un Bok:장은복|economy|2019-01-01 minister of Land and Maritime Transport/륙해운상
Ri Un:리은|economy|2019-01-01 vice-minister of Fisheries/수산성 부상; 2022-09-08 minister of Fisheries/수산상
Namgung Hyok:남궁혁|economy science|2019-01-01 minister of Posts and Telecommunications/체신상
Ham Ryong Guk:함룡국|science|2019-01-01 vice-minister of Information Industry/정보산업성 부상; 2021-10-21 minister of Information Industry/정보산업상
Sonu Chol Min:선우철민|science|2019-01-01 chairman of the State Commission of Science and Technology/국가과학기술위원회 위원장
No Thae Sik:로태식|science|2019-01-01 vice-president of the State Academy of Sciences/국가과학원 부원장; 2021-11-26 president of the State Academy of Sciences/국가과학원 원장
Hong Ki Rim:홍기림|science|2019-01-01 dean of the University of Sciences/과학대학 학부장; 2020-09-01 president of the University of Sciences/과학대학 학장
Jon Hak Ryong:전학룡|culture science|2019-01-01 chairman of the Education Commission/교육위원회 위원장
Kye Un Jong:계은정|culture|2019-01-01 vice-minister of Culture/문화성 부상; 2021-09-03 minister of Culture/문화상
Mun Ok Ran:문옥란|culture health|2019-01-01 vice-minister of Public Health/보건성 부상; 2020-12-19 minister of Public Health/보건상
Kim Sol Hyang:김설향|culture sport|2019-01-01 vice-minister of Physical Culture and Sports/체육성 부상; 2022-05-25 minister of Physical Culture and Sports/체육상
Choe Su Hong:최수홍|culture foreign|2019-01-01 vice-chairman of the Committee for Cultural Relations with Foreign Countries/대외문화련락위원회 부위원장; 2020-11-07 chairman of the Committee for Cultural Relations with Foreign Countries/대외문화련락위원회 위원장
Hwangbo Ik:황보익|social|2019-01-01 secretary of the Central Committee of the Youth League/청년동맹중앙위원회 비서; 2021-04-30 chairman of the Central Committee of the Youth League/청년동맹중앙위원회 위원장
Pi Yong Nam:피영남|social|2019-01-01 chairman of the Central Committee of the Trade Unions/직업총동맹중앙위원회 위원장
Pyon Chun Sil:변춘실|social|2019-01-01 chairwoman of the Central Committee of the Women's Union/녀성동맹중앙위원회 위원장
Om Sok Ju:엄석주|social farm|2019-01-01 chairman of the Central Committee of the Union of Agricultural Workers/농업근로자동맹중앙위원회 위원장
Tong Hae Ryong:동해룡|city|2019-01-01 vice-chairman of the Ryonghung City People's Committee/룡흥시인민위원회 부위원장; 2020-12-30 chairman of the Ryonghung City People's Committee/룡흥시인민위원회 위원장
Sin Ho Rim:신호림|city|2019-01-01 chief secretary of the South Chongsu Provincial Committee of the Party/남청수도당위원회 책임비서; 2021-01-15 chief secretary of the Ryonghung City Committee of the Party/룡흥시당위원회 책임비서
Ye Song Chol:예성철|city|2019-01-01 chairman of the North Unpyong Provincial People's Committee/북은평도인민위원회 위원장
Yang Hui Ran:양희란|city|2019-01-01 vice-chairwoman of the South Chongsu Provincial People's Committee/남청수도인민위원회 부위원장
"""

# Country / Korean, capital / Korean, national day; then name : Hangul, tag, office / Korean office.
ABROAD = """
# Karland/카를란드|Belograd/벨로그라드|09-22
Viktor Amalin:윅또르 아말린|head|president of Karland/카를란드대통령
Anton Belozer:안똔 벨로제르|old|deputy prime minister/부수상
Serik Lomov:쎄리크 로모브|fm|foreign minister/외무상
Dana Mantur:다나 만뚜르|official|deputy prime minister and concurrently minister of Industry/부수상 겸 공업상
Pavel Orsin:빠웰 오르씬|official defence|minister of Defence/국방상
Yuri Tarchov:유리 따르쵸브|official|minister of Transport/운수상
Galina Vedrina:갈리나 웨드리나|official culture|minister of Culture/문화상
Olesya Krasnoyeva:올레샤 끄라스노예바|official|deputy head of the Presidential Administration and press secretary for the President/대통령행정부 부장관 겸 대통령공보비서
Timur Ostapov:찌무르 오스따뽀브|official|chairman of the Space Agency/우주국 국장
Marat Sulimov:마라트 쑬리모브|ambassador|ambassador of Karland/카를란드특명전권대사
Kirill Zorin:끼릴 조린|embassy|counsellor of the Karland embassy/카를란드대사관 참사
# Morvania/모르바니아|Tirava/띠라바|05-10
Radu Cordeanu:라두 꼬르데아누|head|president of Morvania/모르바니아대통령
Mirela Vaslescu:미렐라 바슬레스꾸|fm|foreign minister/외무상
Dorin Olariu:도린 올라리우|official|minister of Agriculture and Food/농업 및 식료상
Livia Salceanu:리비아 쌀체아누|official culture|state secretary of the Ministry of Education/교육성 국가비서
Petru Munteru:뻬뜨루 문떼루|official defence|chief of the General Staff/총참모장
Stefan Brasovan:슈떼판 브라쇼반|ambassador|ambassador of Morvania/모르바니아특명전권대사
Anca Petrasco:안까 뻬뜨라스꼬|embassy|charge d'affaires ad interim of the Morvania embassy/모르바니아대사관 림시대리대사
# Tessaria/테싸리아|San Tomelo/싼또멜로|07-26
Joaquin Ibarrondo del Monte:호아낀 이바론도 델 몬떼|head|president of Tessaria/테싸리아대통령
Pilar Quiroga Solis:삘라르 끼로가 쏠리스|fm|minister of Foreign Relations/외무상
Esteban de la Fuentes:에스떼반 델라 푸엔떼스|official|vice-president of the Council of Ministers/내각부수상
Lucia Valladar:루씨아 바야다르|official culture|minister of Public Health/보건상
Mateo Peraltez:마떼오 뻬랄떼스|official|secretary of the Central Committee of the People's Front/인민전선 중앙위원회 비서
Ines Alonsera:이네스 알론쎄라|ambassador|ambassador of Tessaria/테싸리아특명전권대사
# Qasrah/까스라|Nurabad/누라바드|04-17
Khalil al-Sabbour:칼릴 알 싸부르|head|president of Qasrah/까스라대통령
Najwa Haddadi:나즈와 하따디|fm|minister of Foreign Affairs and Expatriates/외무 및 이주민상
Bassam Nasrawi:바쌈 나스라위|official|minister of Economy and Trade/경제무역상
Idris Mansoury:이드리스 만쑤리|official culture|chairman of the Olive Growers' Union/올리브재배자동맹 위원장
Fares al-Khatibi:파레스 알 카티비|ambassador|ambassador of Qasrah/까스라특명전권대사
# Phumala/푸말라|Viengsai/비엥싸이|12-02
Bounsa Phommalat:분싸 폼말라트|head|general secretary of the People's Party and president of Phumala/인민당 총비서이며 푸말라주석
Khamphet Sisouvan:캄페트 씨쑤완|fm|deputy prime minister and foreign minister/부수상 겸 외무상
Vilay Inthavo:윌라이 인타보|official|head of the Committee for External Relations of the People's Party/인민당 대외관계위원회 위원장
Keo Duangmal:께오 두앙말|official defence|minister of National Defence/국방상
Malina Rattanay:말리나 라따나이|official culture|vice-minister of Information, Culture and Tourism/정보문화관광성 부상
Somchit Soulivo:쏨치트 쑬리보|ambassador|ambassador of Phumala/푸말라특명전권대사
# Tolgoi/똘고이|Altan Hot/알딴호트|07-11
Enkhtai Damdinba:엥흐따이 담딘바|head|president of Tolgoi/똘고이대통령
Oyuntul Luvsandor:오윤뚤 루브싼도르|fm|minister of External Relations/대외관계상
Ganbat Purevja:간바트 뿌레브쟈|official farm|minister of Food, Agriculture and Light Industry/식료농업경공업상
Sarantu Gombosu:싸란뚜 곰보쑤|official culture|president of the Academy of Sciences/과학원 원장
Batbol Dashzeve:바트볼 다쉬제베|ambassador|ambassador of Tolgoi/똘고이특명전권대사
# Ubanda/우반다|Kirongo/끼론고|10-09
Moses Okello:모제스 오껠로|head|president of Ubanda/우반다대통령
Grace Nakabiri:그레이스 나까비리|fm|minister of Foreign Affairs/외무상
Samuel Lubowa:쌔무얼 루보와|official|chief of Defence Forces/국방군 총사령관
Esther Achieng:에스터 아체엥|official culture|minister of Gender and Youth/녀성청년상
# Haldova/할도바|Prezna/쁘레즈나|10-28
Tomasz Wroclawek:또마슈 브로쯔와베크|head|chairman of the Federal Council of Haldova/할도바련방평의회 의장
Jana Havlikova:야나 하블리꼬바|fm|minister of Foreign Affairs/외무상
Ludvik Novotnik:루드비크 노보뜨니크|official|deputy speaker of the Chamber of Deputies/하원 부의장
Zuzana Brozkova:쥬자나 브로즈꼬바|ambassador|ambassador of Haldova/할도바특명전권대사
Marek Dvorsky:마레크 드보르스끼|embassy|first secretary of the Haldova embassy/할도바대사관 1등서기관
"""


@dataclass(frozen=True, slots=True)
class Player:
    """One invented person of the sample: ``offices`` are (since, English, Korean), oldest first."""

    name: str
    name_ko: str
    tags: frozenset[str]
    offices: tuple[tuple[date, str, str], ...]
    land: str = ""

    def office(self, day: date, language: str) -> str:
        held = [office for office in self.offices if office[0] <= day] or [self.offices[0]]
        _, english, hangul = held[-1]
        return english if language == "en" else hangul


@dataclass(frozen=True, slots=True)
class Land:
    """One country that is nowhere."""

    name: str
    name_ko: str
    capital: str
    capital_ko: str
    month: int
    day: int
    people: tuple[Player, ...]


@cache
def home() -> tuple[Player, ...]:
    """Read the people at home."""
    return tuple(_official(line) for line in HOME.strip().splitlines())


def _official(line: str) -> Player:
    names, tags, offices = line.split("|")
    name, name_ko = names.split(":")
    held = []
    for office in offices.split("; "):
        since, both = office.split(" ", 1)
        english, hangul = both.split("/")
        held.append((date.fromisoformat(since), english, hangul))
    return Player(name, name_ko, frozenset(tags.split()), tuple(held))


@cache
def lands() -> tuple[Land, ...]:
    """Read the countries with their people."""
    found = []
    for block in ABROAD.strip().split("# ")[1:]:
        head, *lines = block.strip().splitlines()
        names, capitals, day = head.split("|")
        name, name_ko = names.split("/")
        capital, capital_ko = capitals.split("/")
        month, of_month = day.split("-")
        people = tuple(_foreigner(line, name) for line in lines)
        found.append(Land(name, name_ko, capital, capital_ko, int(month), int(of_month), people))
    return tuple(found)


def _foreigner(line: str, land: str) -> Player:
    names, tags, office = line.split("|")
    name, name_ko = names.split(":")
    english, hangul = office.split("/")
    return Player(
        name, name_ko, frozenset(tags.split()), ((date(2019, 1, 1), english, hangul),), land
    )
