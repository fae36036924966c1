### Слова для кодов травмы. Сами коды — данные.

## Кто сообщает

injury-source-employer = Работодатель
injury-source-health-organisation = Медицинская организация
injury-source-insurer = Страховщик

## Вид происшествия

injury-kind-violence-against-health-worker = Насилие над медработником
injury-kind-violence = Другое насилие
injury-kind-fall-from-height = Падение с высоты
injury-kind-fall-on-level = Падение на ровной поверхности
injury-kind-struck = Удар предметом
injury-kind-machine = Воздействие машины, механизма
injury-kind-traffic = Дорожное движение
injury-kind-site-vehicle = Транспорт на площадке
injury-kind-electricity = Электрический ток
injury-kind-collapse = Обвал, обрушение
injury-kind-explosion-or-fire = Взрыв или пожар
injury-kind-exposure = Газ, яд, инфекция
injury-kind-temperature = Жара, холод, ожоги
injury-kind-overexertion = Перенапряжение, подъём тяжестей
injury-kind-other = Другое

## Исход

injury-outcome-fatal = Смертельный
injury-outcome-lost-time = С потерей рабочих дней
injury-outcome-restricted = Облегчённая работа
injury-outcome-medical = Медицинская помощь
injury-outcome-first-aid = Только первая помощь

## Причина

injury-cause-work-organisation = Неудовлетворительная организация работ
injury-cause-victim-negligence = Грубая неосторожность пострадавшего
injury-cause-traffic-rules = Нарушение правил дорожного движения
injury-cause-safety-rules = Нарушение правил безопасности
injury-cause-training = Нет обучения или оно плохое
injury-cause-equipment = Неисправное оборудование
injury-cause-premises = Состояние здания, территории, рабочего места
injury-cause-protective-equipment = Нет средств защиты или они плохие
injury-cause-technology = Нарушение технологии
injury-cause-security = Нет охраны, сигнала или помощь опоздала
injury-cause-waiting = Долгое ожидание
injury-cause-other = Другое

## Пол и возраст

injury-sex-f = Женский
injury-sex-m = Мужской
injury-age-0-17 = До 18 лет
injury-age-18-24 = 18–24 года
injury-age-25-34 = 25–34 года
injury-age-35-44 = 35–44 года
injury-age-45-54 = 45–54 года
injury-age-55-64 = 55–64 года
injury-age-65 = 65 лет и старше

## Секции видов деятельности (ОКЭД)

section-A = Сельское, лесное и рыбное хозяйство
section-B = Горнодобывающая промышленность
section-C = Обрабатывающая промышленность
section-D = Электроэнергия, газ, пар
section-E = Водоснабжение, отходы
section-F = Строительство
section-G = Торговля
section-H = Транспорт и складирование
section-I = Проживание и питание
section-J = Информация и связь
section-K = Финансы и страхование
section-L = Недвижимость
section-M = Профессиональная и научная деятельность
section-N = Административное обслуживание
section-O = Государственное управление, оборона
section-P = Образование
section-Q = Здравоохранение и социальные услуги
section-R = Искусство и отдых
section-S = Прочие услуги
section-T = Домашние хозяйства с работниками
section-U = Экстерриториальные организации
