// Both engines ran the user's tests on each JUnit: a build without one of them would pass without a word.
def expected = [
    'OurAccountsTest': ['aScanGivesWhatMeetsTheCriteria', 'concurrentIncrementsLoseNothing'],
    'OurPlanTest': ['ourPlanKeepsTheLaws', 'ourTableKeepsAnyPlan', 'ourTableKeepsOnePlan'],
]
def runs = new File(basedir, 'target').listFiles().findAll { it.name.startsWith('junit-') }
assert runs.size() == 2
for (run in runs) {
    expected.each { type, tests ->
        def names = new groovy.xml.XmlSlurper()
            .parse(new File(run, "TEST-com.example.sales.${type}.xml"))
            .testcase.collect { it.@name.text() }
        tests.each { test ->
            assert names.any { it.startsWith(test) } : "${test} of ${type} did not run in ${run.name}: ${names}"
        }
    }
}
