zrs comes with these libraries, each a jar of its own in this directory. Most jars hold the text of their licence.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
${project.groupId}:${project.artifactId} ${project.version}
    <#list licenses as license>${license}<#sep>; or </#sep></#list>
</#list>
